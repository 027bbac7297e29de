package diabolo.projection;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.RandomSource;
import java.util.function.DoubleConsumer;

/**
 * Keeps neighbours together and pushes all else apart: t-SNE, for looking at clusters.
 *
 * <pre>{@code
 * float[][] plane = TSne.barnesHut(30).of(codes, RandomSource.of(7), progress -> {}); // [codes][2]
 * double loss = new TSne(30, 0, 1_000).divergence(codes, plane, RandomSource.of(7));  // in nats; lower is better
 * }</pre>
 *
 * <p>Van der Maaten and Hinton, "Visualizing data using t-SNE", 2008, algorithm 1, with the forces between all points calculated one by
 * one, or approximated by a quadtree: van der Maaten, "Accelerating t-SNE using tree-based algorithms", 2014. Points of more than 50
 * dimensions are projected to 50 by PCA first. The plane starts as the PCA of the points, very small (Kobak and Berens, "The art of
 * using t-SNE for single-cell transcriptomics", 2019), so that large distances mean a little and seeds hardly matter; the learning rate
 * is points / 48, at least 50 (Belkina et al. 2019). Affinities are 12 times stronger for the first 250 iterations.
 *
 * <p>Sizes of clusters and distances between them mean little, and noise may look like clusters: try several perplexities.
 *
 * @param perplexity about how many neighbours each point attends to: at least 1, and below a third of the number of points
 * @param theta 0 for the exact forces, for at most 2,000 points; up to 0.7 for a quadtree, coarser the higher, usually 0.5
 * @param iterations 0 to 100,000, usually 1,000
 */
public record TSne(double perplexity, double theta, int iterations) implements Projection {

    static final int MOST_POINTS_EXACT = 2_000;
    static final int MOST_POINTS = 50_000;

    private static final int MOST_DIMENSIONS = 50;
    private static final double FIRST_DEVIATION = 1e-4;
    private static final double FIRST_NOISE = 1e-6;

    public TSne {
        requireBetween("perplexity", perplexity, 1, MOST_POINTS / 3.0);
        requireBetween("theta", theta, 0, 0.7);
        requireBetween("iterations", iterations, 0, 100_000);
    }

    /** With the forces between all points: for at most 2,000. */
    public static TSne exact(double perplexity) {
        return new TSne(perplexity, 0, 1_000);
    }

    /** With forces approximated by a quadtree, theta 0.5: for at most 50,000 points. */
    public static TSne barnesHut(double perplexity) {
        return new TSne(perplexity, 0.5, 1_000);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if there are more points than the constructor's parameters say, or not more than three
     *     times the perplexity
     */
    @Override
    public float[][] of(float[][] points, RandomSource random, DoubleConsumer progress) {
        check(points);
        Progress reported = new Progress(progress);
        float[][] reduced = reduced(points, random, reported.part(0, 0.05));
        SparseRows affinities = affinities(reduced, reported.part(0.05, 0.15));
        Repulsion repulsion = theta == 0 ? new ExactRepulsion() : new BarnesHutRepulsion(theta);
        double[] plane = FirstPlane.of(reduced, FIRST_DEVIATION, FIRST_NOISE, random);
        new TSneDescent(new TSneGradient(affinities, repulsion), iterations).run(plane, reported.part(0.15, 1));
        return FirstPlane.rows(plane);
    }

    /**
     * The loss of a plane: the Kullback-Leibler divergence of neighbourhoods in the plane from those of the points, in nats, 0 or more.
     * For theta 0 of all affinities, otherwise of those of near neighbours alone.
     *
     * @param plane [points][2]
     * @throws IllegalArgumentException as for {@link #of}, or if the plane has another number of points
     */
    public double divergence(float[][] points, float[][] plane, RandomSource random) {
        check(points);
        Points.checkPair(points, plane, 4);
        SparseRows affinities = affinities(reduced(points, random, Progress.silent()), Progress.silent());
        return new TSneGradient(affinities, new ExactRepulsion()).divergence(FirstPlane.flat(plane));
    }

    private void check(float[][] points) {
        Points.check(points, 4);
        int most = theta == 0 ? MOST_POINTS_EXACT : MOST_POINTS;
        require(points.length <= most, () -> "%,d points were given, and %s takes at most %,d; %s"
                .formatted(
                        points.length,
                        theta == 0 ? "exact t-SNE" : "Barnes-Hut t-SNE",
                        most,
                        theta == 0 ? "take Barnes-Hut (theta 0.5)" : "give a random choice of them, or take UMAP"));
        require(
                perplexity < points.length / 3.0,
                () -> ("perplexity %s must be below a third of the number of points, which is %d; "
                                + "choose a lower one, such as %.0f, or give more points")
                        .formatted(perplexity, points.length, Math.max(1, points.length / 6.0)));
    }

    private static float[][] reduced(float[][] points, RandomSource random, Progress progress) {
        return points[0].length <= MOST_DIMENSIONS
                ? points
                : Pca.to(MOST_DIMENSIONS, points, random, progress.listener());
    }

    private SparseRows affinities(float[][] points, Progress progress) {
        int others = points.length - 1;
        int neighbours = theta == 0 ? others : Math.min(others, (int) (3 * perplexity + 1));
        return Affinities.joint(NearestNeighbours.of(points, neighbours, progress.listener()), perplexity);
    }
}
