package diabolo.projection;

import static diabolo.note.Checks.requireBetween;

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
        SquaredDistances squared = new SquaredDistances(points);
        int[][] indices = new int[queries.length][count];
        double[][] distances = new double[queries.length][count];
        progress.rows(queries.length, query -> {
            int excluded = othersOnly ? query : -1;
            select(squared.from(queries[query]), excluded, indices[query], distances[query]);
        });
        return new NearestNeighbours(indices, distances);
    }

    /** Keeps the nearest in order, and inserts each that is nearer than the last of them. */
    private static void select(double[] squared, int excluded, int[] indices, double[] distances) {
        int kept = 0;
        for (int point = 0; point < squared.length; point++) {
            double distance = squared[point];
            if (point == excluded || (kept == indices.length && distance >= distances[kept - 1])) {
                continue;
            }
            int place = placeOf(distance, distances, kept);
            int moved = Math.min(kept, indices.length - 1) - place;
            System.arraycopy(distances, place, distances, place + 1, moved);
            System.arraycopy(indices, place, indices, place + 1, moved);
            distances[place] = distance;
            indices[place] = point;
            kept = Math.min(kept + 1, indices.length);
        }
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.sqrt(distances[i]);
        }
    }

    /** Behind all that are not farther. */
    private static int placeOf(double distance, double[] distances, int kept) {
        int low = 0;
        int high = kept;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (distances[middle] <= distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
