package diabolo.projection;

import static diabolo.note.Checks.requireBetween;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * The nearest neighbours of points, exact, by Euclidean distance.
 *
 * <pre>{@code
 * NearestNeighbours neighbours = NearestNeighbours.of(codes, 10, progress -> {});
 * int nearest = neighbours.indices()[3][0];        // to code 3, itself excluded
 * double distance = neighbours.distances()[3][0];
 * }</pre>
 *
 * <p>Of neighbours at one distance the one with the lower index comes first. Time grows with queries times points times dimensions,
 * memory with queries times neighbours.
 *
 * @param indices of the neighbours, nearest first: [queries][neighbours]
 * @param distances of the same, not squared
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NearestNeighbours(int[][] indices, double[][] distances) {

    /**
     * The neighbours of each point among the others; a point is none of its own.
     *
     * @param points [points][dimensions]
     * @param count of neighbours, 1 to points - 1
     * @param progress is given shares from 0 to 1
     * @throws IllegalArgumentException if there are fewer than 2 points or they are not finite numbers in rows of one length
     */
    public static NearestNeighbours of(float[][] points, int count, DoubleConsumer progress) {
        Points.check(points, 2);
        requireBetween("neighbours", count, 1, points.length - 1);
        return search(points, points, count, true, new Progress(progress));
    }

    /**
     * The neighbours of each query among the points.
     *
     * @param queries [queries][dimensions]
     * @param points [points][dimensions]
     * @param count of neighbours, 1 to points
     * @param progress is given shares from 0 to 1
     * @throws IllegalArgumentException if there is no point, or they are not finite numbers in rows of one length
     */
    public static NearestNeighbours between(float[][] queries, float[][] points, int count, DoubleConsumer progress) {
        int dimensions = Points.check(points, 1);
        if (queries.length > 0 && Points.check(queries, 1) != dimensions) {
            throw new IllegalArgumentException(
                    "queries have %d dimensions and points have %d; give both the same number"
                            .formatted(queries[0].length, dimensions));
        }
        requireBetween("neighbours", count, 1, points.length);
        return search(queries, points, count, false, new Progress(progress));
    }

    /** How many neighbours each query has. */
    public int count() {
        return indices.length == 0 ? 0 : indices[0].length;
    }

    private static NearestNeighbours search(
            float[][] queries, float[][] points, int count, boolean othersOnly, Progress progress) {
        int[][] indices = new int[queries.length][count];
        double[][] distances = new double[queries.length][count];
        Nearest[] nearest = new Nearest[queries.length];
        Arrays.setAll(nearest, query -> new Nearest(othersOnly ? query : -1, indices[query], distances[query]));
        if ((double) queries.length * points.length * points[0].length < PointProducts.LEAST_WORK) {
            SquaredDistances squared = new SquaredDistances(points);
            progress.rows(queries.length, query -> nearest[query].offerAll(squared.from(queries[query])));
        } else {
            try (PointProducts products = new PointProducts(points)) {
                progress.tiles(
                        queries.length,
                        PointProducts.QUERIES,
                        (first, end) -> products.offerTo(
                                Arrays.copyOfRange(queries, first, end), Arrays.copyOfRange(nearest, first, end)));
            }
        }
        for (double[] each : distances) {
            Arrays.setAll(each, i -> Math.sqrt(each[i]));
        }
        return new NearestNeighbours(indices, distances);
    }
}
