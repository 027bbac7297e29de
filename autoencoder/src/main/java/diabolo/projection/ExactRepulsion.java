package diabolo.projection;

import java.util.stream.IntStream;

/** Pair by pair. */
record ExactRepulsion() implements Repulsion {

    @Override
    public double write(double[] plane, double[] forces) {
        double[] weights = new double[plane.length / 2];
        IntStream.range(0, weights.length).parallel().forEach(point -> weights[point] = write(point, plane, forces));
        double sum = 0;
        for (double weight : weights) {
            sum += weight; // in one order, whichever row was ready first
        }
        return sum;
    }

    private static double write(int point, double[] plane, double[] forces) {
        double x = plane[2 * point];
        double y = plane[2 * point + 1];
        double sum = -1; // the point itself, which is no pair
        double forceX = 0;
        double forceY = 0;
        for (int other = 0; other < plane.length; other += 2) {
            double awayX = x - plane[other];
            double awayY = y - plane[other + 1];
            double weight = 1 / (1 + awayX * awayX + awayY * awayY);
            sum += weight;
            forceX += weight * weight * awayX;
            forceY += weight * weight * awayY;
        }
        forces[2 * point] = forceX;
        forces[2 * point + 1] = forceY;
        return sum;
    }
}
