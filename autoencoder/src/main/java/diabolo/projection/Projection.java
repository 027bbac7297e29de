package diabolo.projection;

import diabolo.tensor.RandomSource;
import java.util.function.DoubleConsumer;

/**
 * A way to lay out points of many dimensions in the plane, so that they can be looked at.
 *
 * <pre>{@code
 * Projection projection = TSne.barnesHut(30);
 * float[][] plane = projection.of(codes, RandomSource.of(7), progress -> {}); // [codes][2]
 * }</pre>
 *
 * <p>{@link Pca} is linear and keeps large distances; {@link Isomap} unrolls one sheet; {@link TSne} and {@link Umap} keep neighbours
 * together and show clusters, whose sizes and distances mean little. How much to believe is a matter of {@link Trustworthiness}. All
 * are immutable values and may be used from several threads.
 */
public sealed interface Projection permits Pca, Isomap, TSne, Umap {

    /**
     * Lays out points in the plane. An interrupted thread ends it with a {@link java.util.concurrent.CancellationException}.
     *
     * @param points [points][dimensions], finite numbers, at least 1 dimension; at least 4 points, and as many more as the kind needs
     * @param random equal seeds and points give equal planes on one machine
     * @param progress is given shares from 0 to 1, in the thread that calls; what it throws ends the calculation
     * @return [points][2], in the order of the points, centred at 0; the unit is that of the points for PCA and Isomap, else arbitrary
     * @throws IllegalArgumentException if the points are too few or too many, not finite, or of different lengths
     */
    float[][] of(float[][] points, RandomSource random, DoubleConsumer progress);
}
