package diabolo.projection;

import java.util.stream.IntStream;

/**
 * Points that are far away and near each other act as one, at their mean (Barnes and Hut 1986; van der Maaten 2014, section 4.2).
 *
 * @param theta such are the points of a cell whose side is below theta times its distance; below 0.7, no cell that holds a point acts
 *     on that point as a whole
 */
record BarnesHutRepulsion(double theta) implements Repulsion {

    @Override
    public double write(double[] plane, double[] forces) {
        QuadTree tree = new QuadTree(plane);
        double[] weights = new double[plane.length / 2];
        IntStream.range(0, weights.length)
                .parallel()
                .forEach(point -> weights[point] = tree.writeForce(point, plane, theta * theta, forces));
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
