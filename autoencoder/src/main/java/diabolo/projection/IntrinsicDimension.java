package diabolo.projection;

import static diabolo.note.Checks.require;

import java.util.function.DoubleConsumer;

/**
 * On a manifold of how many dimensions points are, judged by how fast the distances of their neighbours grow.
 *
 * <pre>{@code
 * double dimension = IntrinsicDimension.of(codes, 15, progress -> {}); // about 2 for a rolled sheet in any space
 * }</pre>
 *
 * <p>The maximum likelihood estimate of Levina and Bickel, "Maximum likelihood estimation of intrinsic dimension", 2004, equation 8,
 * averaged over points by its inverse as MacKay and Ghahramani proposed in 2005. It is too low where there are few points for many
 * dimensions, and too high where noise is larger than the distances of neighbours. A neighbour in the very place of its point says
 * nothing and is left out.
 */
public final class IntrinsicDimension {

    private IntrinsicDimension() {}

    /**
     * The dimension of the points.
     *
     * @param points [points][dimensions]
     * @param neighbours of each that are looked at: 3 to points - 1, usually 10 to 20
     * @param progress is given shares from 0 to 1
     * @return above 0; infinite where all neighbours are at one distance
     * @throws IllegalArgumentException if neighbours are out of range, points are not finite numbers in rows of one length, or all
     *     neighbours are in the places of their points
     */
    public static double of(float[][] points, int neighbours, DoubleConsumer progress) {
        require(
                neighbours >= 3,
                "%d neighbours were asked for, and at least 3 are needed; choose 10 or more".formatted(neighbours));
        double[][] distances =
                NearestNeighbours.of(points, neighbours, progress).distances();
        double sum = 0;
        long ratios = 0;
        for (double[] nearestFirst : distances) {
            double farthest = nearestFirst[neighbours - 1];
            int used = 0;
            for (int i = 0; i < neighbours - 1; i++) {
                if (nearestFirst[i] > 0) {
                    sum += Math.log(farthest / nearestFirst[i]);
                    used++;
                }
            }
            ratios += Math.max(0, used - 1); // one less, so that the estimate is unbiased
        }
        require(ratios > 0, "all neighbours are in the places of their points; leave out points that are given twice");
        return ratios / sum;
    }
}
