package diabolo.lecture.dimension;

/**
 * The first four moments of a coordinate, which decide how much squared distances vary if coordinates are independent.
 *
 * <pre>{@code
 * Moments.UNIFORM.relativeSpread(100); // 0.0548
 * }</pre>
 *
 * <p>Of a query q and points x of the same distribution the mean of (q - x)² is 2 (m2 - m1²), and its variance over x, averaged over
 * q, is m4 - 4 m1 m3 + 3 m2². In d independent dimensions both sums grow with d, and the spread of the distance, which is half that
 * of its square, falls like 1/√d: 0.548/√d for uniform and 0.612/√d for normal coordinates.
 */
record Moments(double m1, double m2, double m3, double m4) {

    /** From 0 to 1. */
    static final Moments UNIFORM = new Moments(1.0 / 2, 1.0 / 3, 1.0 / 4, 1.0 / 5);

    /** Mean 0, variance 1. */
    static final Moments NORMAL = new Moments(0, 1, 0, 3);

    /** The mean of (q - x)². */
    double meanSquare() {
        return 2 * (m2 - m1 * m1);
    }

    /** The variance of (q - x)² over x, averaged over q. */
    double varianceOfSquare() {
        return m4 - 4 * m1 * m3 + 3 * m2 * m2;
    }

    /** The standard deviation of distances from a query, divided by their mean, to first order in 1/d. */
    double relativeSpread(int dimensions) {
        return Math.sqrt(varianceOfSquare() / dimensions) / (2 * meanSquare());
    }

    /** The same in dimensions of different distributions, independent of each other: those of the columns of some points. */
    static double relativeSpread(float[][] points) {
        double mean = 0;
        double variance = 0;
        for (int column = 0; column < points[0].length; column++) {
            Moments moments = ofColumn(points, column);
            mean += moments.meanSquare();
            variance += moments.varianceOfSquare();
        }
        return Math.sqrt(variance) / (2 * mean);
    }

    private static Moments ofColumn(float[][] points, int column) {
        double[] sums = new double[4];
        for (float[] point : points) {
            double power = 1;
            for (int i = 0; i < sums.length; i++) {
                power *= point[column];
                sums[i] += power / points.length;
            }
        }
        return new Moments(sums[0], sums[1], sums[2], sums[3]);
    }
}
