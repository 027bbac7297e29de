package diabolo.projection;

import static diabolo.note.Checks.require;

import java.util.function.DoubleConsumer;

/**
 * How well a projection keeps neighbourhoods: whether neighbours in the plane are neighbours in truth (trustworthiness), and whether
 * neighbours in truth are still neighbours in the plane (continuity).
 *
 * <pre>{@code
 * double trust = Trustworthiness.of(codes, plane, 10, progress -> {});              // 1: no false neighbour
 * double continuity = Trustworthiness.continuity(codes, plane, 10, progress -> {}); // 1: no neighbour torn away
 * }</pre>
 *
 * <p>Both are 1 − 2 / (n k (2n − 3k − 1)) times the sum, over each point i and each j that is among its k nearest in one space and not
 * in the other, of the rank of j in that other space less k: Venna and Kaski, "Neighborhood preservation in nonlinear projection
 * methods: an experimental study", 2001, equations 1 and 2. 1 is perfect, about 0.5 is chance. Of equal distances the lower index
 * ranks first. Time grows with the square of the number of points times (dimensions + k), memory does not.
 */
public final class Trustworthiness {

    private Trustworthiness() {}

    /**
     * The trustworthiness of a projection.
     *
     * @param points [points][dimensions]
     * @param projected the same points in the plane, or in any space: [points][2]
     * @param neighbours k, at least 1 and below half the number of points
     * @param progress is given shares from 0 to 1
     * @throws IllegalArgumentException if neighbours are out of range, or points are not finite numbers in rows of one length
     */
    public static double of(float[][] points, float[][] projected, int neighbours, DoubleConsumer progress) {
        return preserved(points, projected, neighbours, new Progress(progress));
    }

    /** The continuity of a projection, with the same parameters and limits. */
    public static double continuity(float[][] points, float[][] projected, int neighbours, DoubleConsumer progress) {
        return preserved(projected, points, neighbours, new Progress(progress));
    }

    private static double preserved(float[][] truth, float[][] shown, int neighbours, Progress progress) {
        Points.checkPair(truth, shown, 3);
        int size = truth.length;
        require(
                neighbours >= 1 && 2 * neighbours < size,
                () -> "%d neighbours of %d points were asked for; choose at least 1 and fewer than half of the points"
                        .formatted(neighbours, size));
        NearestNeighbours near =
                NearestNeighbours.of(shown, neighbours, progress.part(0, 0.3).listener());
        SquaredDistances distances = new SquaredDistances(truth);
        long[] penalties = new long[size];
        progress.part(0.3, 1)
                .rows(
                        size,
                        point ->
                                penalties[point] = penalty(point, distances.from(truth[point]), near.indices()[point]));
        long sum = 0;
        for (long penalty : penalties) {
            sum += penalty;
        }
        return 1 - 2.0 / ((double) size * neighbours * (2.0 * size - 3.0 * neighbours - 1)) * sum;
    }

    /** The sum of max(0, rank - k) of those near one point. */
    private static long penalty(int point, double[] distances, int[] near) {
        long penalty = 0;
        for (int other : near) {
            int rank = 1;
            for (int between = 0; between < distances.length; between++) {
                boolean nearer = distances[between] < distances[other]
                        || (distances[between] == distances[other] && between < other);
                rank += nearer && between != point ? 1 : 0;
            }
            penalty += Math.max(0, rank - near.length);
        }
        return penalty;
    }
}
