package diabolo.projection;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How surely points are neighbours, from 0 to 1: McInnes et al. 2018, algorithms 2 and 3. */
final class FuzzyGraph {

    private static final int BISECTIONS = 64;
    private static final double TOLERANCE = 1e-5;

    /** Of a width, relative to the mean distance. */
    private static final double LEAST_WIDTH = 1e-3;

    private FuzzyGraph() {}

    /** The union of what each point says: w + w' − w w'. */
    static SparseRows of(NearestNeighbours neighbours) {
        double overall = Stream.of(neighbours.distances())
                .flatMapToDouble(DoubleStream::of)
                .sum();
        double mean = overall / neighbours.indices().length / (neighbours.count() + 1);
        double[][] weights = Stream.of(neighbours.distances())
                .map(distances -> weights(distances, mean))
                .toArray(double[][]::new);
        return SparseRows.of(neighbours.indices(), weights).symmetric((there, back) -> there + back - there * back);
    }

    /**
     * The weights of the neighbours of a point: 1 for the nearest, then falling with a width for which they sum to the logarithm of the
     * number of neighbours, the point itself counted, to base 2.
     *
     * @param distances rising
     * @param overall mean of all distances, of points from themselves too
     */
    static double[] weights(double[] distances, double overall) {
        double nearest = DoubleStream.of(distances)
                .filter(distance -> distance > 0)
                .findFirst()
                .orElse(0);
        double target = Math.log(distances.length + 1) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double width = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double excess = sum(distances, nearest, width) - target;
            if (Math.abs(excess) < TOLERANCE) {
                break;
            }
            if (excess > 0) {
                high = width;
                width = (low + high) / 2;
            } else {
                low = width;
                width = high == Double.POSITIVE_INFINITY ? 2 * width : (low + high) / 2;
            }
        }
        double mean = nearest > 0 ? DoubleStream.of(distances).sum() / (distances.length + 1) : overall;
        double atLeast = Math.max(width, LEAST_WIDTH * mean);
        return DoubleStream.of(distances)
                .map(distance -> weight(distance, nearest, atLeast))
                .toArray();
    }

    private static double sum(double[] distances, double nearest, double width) {
        double sum = 0;
        for (double distance : distances) {
            sum += weight(distance, nearest, width);
        }
        return sum;
    }

    private static double weight(double distance, double nearest, double width) {
        return distance <= nearest || width == 0 ? 1 : Math.exp(-(distance - nearest) / width);
    }
}
