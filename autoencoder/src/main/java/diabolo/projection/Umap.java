package diabolo.projection;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.tensor.RandomSource;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;

/**
 * Keeps neighbours together as t-SNE does, faster with many points: UMAP.
 *
 * <pre>{@code
 * float[][] plane = new Umap(15, 0.1).of(codes, RandomSource.of(7), progress -> {}); // [codes][2]
 * }</pre>
 *
 * <p>McInnes, Healy and Melville, "UMAP: uniform manifold approximation and projection for dimension reduction", 2018, algorithms 1 to
 * 5, with the constants of the authors' program: 500 epochs (200 above 10,000 points), 5 negative samples, a learning rate that falls
 * from 1 to 0. The plane starts as the PCA of the points (Kobak and Linderman, "Initialization is critical for preserving global data
 * structure in both t-SNE and UMAP", 2021), or where wanted as the authors start, from the eigenvectors of the graph. One thread makes the descent, so that equal seeds give equal planes.
 *
 * @param neighbours of each point, itself counted as in the authors' program: 2 to 1,000, and at most the number of points; few show
 *     detail, many the whole
 * @param minimumDistance of points in the plane, 0 to 1: small packs clusters tightly
 */
public record Umap(int neighbours, double minimumDistance, Start start) implements Projection {

    /** Where the plane begins. */
    public enum Start {
        /** As the PCA of the points: keeps their large distances. */
        PRINCIPAL_COMPONENTS,
        /**
         * As the slowest eigenvectors of the graph of neighbours, which is what the authors' program does: unrolls a curved sheet before
         * the descent begins. Of more than 10,000 points, and where these fall into parts without a path between them, as the PCA.
         */
        SPECTRAL
    }

    static final int MOST_POINTS = 100_000;

    private static final int MOST_POINTS_SPECTRAL = 10_000;
    private static final double SPECTRAL_EXTENT = 10;
    private static final double FIRST_DEVIATION = 4;
    private static final double FIRST_NOISE = 1e-4;

    public Umap {
        requireBetween("neighbours", neighbours, 2, 1_000);
        requireBetween("minimumDistance", minimumDistance, 0, 1);
        requireNonNull(start, "start");
    }

    /** That starts as the PCA of the points. */
    public Umap(int neighbours, double minimumDistance) {
        this(neighbours, minimumDistance, Start.PRINCIPAL_COMPONENTS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if there are more than 100,000 points, or fewer than neighbours
     */
    @Override
    public float[][] of(float[][] points, RandomSource random, DoubleConsumer progress) {
        Points.check(points, Math.max(4, neighbours));
        require(
                points.length <= MOST_POINTS,
                () -> ("UMAP takes at most %,d points, because it compares each with each, "
                                + "and %,d were given; give a random choice of them")
                        .formatted(MOST_POINTS, points.length));
        Progress reported = new Progress(progress);
        NearestNeighbours near = NearestNeighbours.of(
                points, neighbours - 1, reported.part(0, 0.2).listener());
        SparseRows graph = FuzzyGraph.of(near);
        double[] plane = firstPlane(points, graph, random, reported);
        UmapDescent descent = new UmapDescent(graph, UmapCurve.fitted(minimumDistance));
        descent.run(plane, random.derive("umap").generator(), reported.part(0.2, 1));
        FirstPlane.centre(plane);
        return FirstPlane.rows(plane);
    }

    private double[] firstPlane(float[][] points, SparseRows graph, RandomSource random, Progress progress) {
        Optional<double[]> spectral = start == Start.SPECTRAL && points.length <= MOST_POINTS_SPECTRAL
                ? SpectralPlane.of(
                        graph, SPECTRAL_EXTENT, random.derive("spectral").generator(), progress)
                : Optional.empty();
        return spectral.map(plane -> withNoise(plane, random))
                .orElseGet(() -> FirstPlane.of(points, FIRST_DEVIATION, FIRST_NOISE, random));
    }

    private static double[] withNoise(double[] plane, RandomSource random) {
        RandomGenerator generator = random.derive("first plane").generator();
        double[] noisy = plane.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += FIRST_NOISE * generator.nextGaussian();
        }
        return noisy;
    }
}
