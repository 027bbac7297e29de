package diabolo.projection;

import diabolo.tensor.FloatRows;
import java.util.Arrays;

/**
 * Finds nearest neighbours among points of many dimensions: squared distances come from matrix products, |a|² + |b|² − 2ab, and where
 * such a one is near enough to matter, within the bound of its rounding, the distance is calculated from the differences. So the
 * neighbours are exact, in a quarter of the time.
 */
final class PointProducts implements AutoCloseable {

    /** Queries times points times dimensions: with less, starting the engine may take longer than the differences. */
    static final double LEAST_WORK = 1e10;

    /** So many queries share a product. */
    static final int QUERIES = 64;

    private static final int BLOCK = 2_048;
    private static final double HALF_STEP = 0x1p-24; // of the rounding of a number between 1 and 2
    private static final double OVERFLOWING = 0x1p120;

    private final float[][] points;
    private final double[] mean;
    private final double[] squares;
    private final double greatest;
    private final FloatRows centred;

    PointProducts(float[][] points) {
        this.points = points;
        int dimensions = points[0].length;
        mean = new double[dimensions];
        for (float[] point : points) {
            for (int dimension = 0; dimension < dimensions; dimension++) {
                mean[dimension] += point[dimension] / (double) points.length;
            }
        }
        squares = new double[points.length];
        centred = new FloatRows(points.length, dimensions);
        double largest = 0;
        for (int point = 0; point < points.length; point++) {
            squares[point] = centre(points[point], centred, point);
            largest = Math.max(largest, squares[point]);
        }
        greatest = largest;
    }

    /** Writes what is left of a row without the mean, and gives its squared length. */
    private double centre(float[] row, FloatRows rows, int place) {
        float[] rest = new float[row.length];
        double square = 0;
        for (int dimension = 0; dimension < row.length; dimension++) {
            rest[dimension] = (float) (row[dimension] - mean[dimension]);
            square += (double) rest[dimension] * rest[dimension];
        }
        rows.set(place, rest);
        return square;
    }

    /**
     * Offers every point that may be among the nearest of a query.
     *
     * @param queries 1 to {@link #QUERIES}, of as many dimensions as the points
     * @param nearest one for each query
     */
    void offerTo(float[][] queries, Nearest[] nearest) {
        double[] ofQueries = new double[queries.length];
        try (FloatRows rows = new FloatRows(queries.length, mean.length)) {
            for (int query = 0; query < queries.length; query++) {
                ofQueries[query] = centre(queries[query], rows, query);
            }
            for (int first = 0; first < points.length; first += BLOCK) {
                int count = Math.min(BLOCK, points.length - first);
                float[] products = rows.products(queries.length, centred, first, count);
                for (int query = 0; query < queries.length; query++) {
                    float[] ofQuery = Arrays.copyOfRange(products, query * count, (query + 1) * count);
                    offer(queries[query], ofQueries[query], first, ofQuery, nearest[query]);
                }
            }
        }
    }

    private void offer(float[] query, double square, int first, float[] products, Nearest nearest) {
        double less = square - rounding(square);
        for (int i = 0; i < products.length; i++) {
            double least = less + squares[first + i] - 2.0 * products[i];
            if (!(least >= nearest.farthest())) { // also where it is not a number
                nearest.offer(first + i, squaredDistance(query, points[first + i]));
            }
        }
    }

    /**
     * How far a squared distance by products is at most from the true one: the bound of a product of vectors (Higham, "Accuracy and
     * Stability of Numerical Algorithms", 2nd edition, section 3.1), and the rounding of what is left without the mean; numbers may
     * also be too small for a float, and where they may be too large no product counts.
     */
    private double rounding(double square) {
        double lengths = Math.sqrt(square) + Math.sqrt(greatest);
        double squared = lengths * lengths;
        return squared > OVERFLOWING
                ? Double.POSITIVE_INFINITY
                : (mean.length + 8) * (HALF_STEP * squared + Float.MIN_NORMAL);
    }

    /** Four sums side by side, since each addition waits for the one before. */
    private static double squaredDistance(float[] a, float[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += squared((double) a[i] - b[i]);
            sum1 += squared((double) a[i + 1] - b[i + 1]);
            sum2 += squared((double) a[i + 2] - b[i + 2]);
            sum3 += squared((double) a[i + 3] - b[i + 3]);
        }
        for (; i < a.length; i++) {
            sum0 += squared((double) a[i] - b[i]);
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    private static double squared(double difference) {
        return difference * difference;
    }

    @Override
    public void close() {
        centred.close();
    }
}
