package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TSneTest {

    private static final RandomSource RANDOM = RandomSource.of(7);

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 40})
    void perplexityIsReached(double perplexity) {
        double[][] distances =
                NearestNeighbours.of(Golden.blobs(), 149, _ -> {}).distances();

        for (double[] of : distances) {
            double entropy = DoubleStream.of(Affinities.conditional(of, perplexity))
                    .filter(p -> p > 0)
                    .map(p -> -p * Math.log(p))
                    .sum();
            assertThat(Math.exp(entropy)).isEqualTo(perplexity, within(1e-4));
        }
    }

    @Test
    void affinitiesAreThoseOfScikitLearn() {
        SparseRows affinities = Affinities.joint(NearestNeighbours.of(Golden.blobs(), 149, _ -> {}), 20);

        assertThat(DoubleStream.of(affinities.values()).sum()).isEqualTo(1, within(1e-9));
        assertThat(full(affinities, 0, 1)).isEqualTo(Golden.number("affinity-0-1"), within(1e-8));
        assertThat(full(affinities, 0, 40)).isEqualTo(Golden.number("affinity-0-40"), within(1e-10));
        assertThat(full(affinities, 3, 17)).isEqualTo(Golden.number("affinity-3-17"), within(1e-7));
        assertThat(full(affinities, 17, 3)).isEqualTo(full(affinities, 3, 17));
    }

    /** Of all pairs, so that a column has one place in each row: the one before it if it comes before the diagonal. */
    private static double full(SparseRows rows, int row, int column) {
        int place = rows.start()[row] + (column < row ? column : column - 1);
        assertThat(rows.columns()[place]).isEqualTo(column);
        return rows.values()[place];
    }

    @Test
    void gradientIsTheSlopeOfTheLoss() {
        SparseRows affinities = Affinities.joint(NearestNeighbours.of(Golden.blobs(), 149, _ -> {}), 20);
        TSneGradient gradients = new TSneGradient(affinities, new ExactRepulsion());
        double[] plane = new SplittableRandom(3).doubles(300, -2, 2).toArray();
        double[] gradient = new double[300];

        gradients.write(plane, 1, gradient);

        for (int i : new int[] {0, 1, 77, 200, 299}) {
            double at = plane[i];
            plane[i] = at + 1e-5;
            double above = gradients.divergence(plane);
            plane[i] = at - 1e-5;
            double below = gradients.divergence(plane);
            plane[i] = at;
            assertThat(gradient[i]).isEqualTo((above - below) / 2e-5, within(1e-8));
        }
    }

    @Test
    void treeWithoutApproximationGivesTheExactForces() {
        double[] plane = RANDOM.generator().doubles(600, -30, 30).toArray();
        plane[2] = plane[0]; // two points in one place
        plane[3] = plane[1];
        double[] exact = new double[600];
        double[] byTree = new double[600];

        double exactSum = new ExactRepulsion().write(plane, exact);
        double sum = new BarnesHutRepulsion(0).write(plane, byTree);

        assertThat(sum).isEqualTo(exactSum, within(1e-9 * exactSum));
        assertThat(byTree).containsExactly(exact, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.7})
    void approximatedForcesAreNearTheExactOnes(double theta) {
        double[] plane = new double[4000];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 20 * (i / 2 % 4) + 5 * random.nextGaussian();
        }
        double[] exact = new double[4000];
        double[] byTree = new double[4000];

        double exactSum = new ExactRepulsion().write(plane, exact);
        double sum = new BarnesHutRepulsion(theta).write(plane, byTree);

        double error = 0;
        double length = 0;
        for (int i = 0; i < plane.length; i++) {
            error += Math.pow(byTree[i] - exact[i], 2);
            length += exact[i] * exact[i];
        }
        assertThat(Math.sqrt(error / length)).isBetween(1e-9, 0.12 * theta * theta);
        assertThat(sum).isEqualTo(exactSum, within(0.05 * theta * theta * exactSum));
    }

    @Test
    void pointsInOnePlaceMakeNoEndlessTree() {
        double[] forces = new double[20];

        double sum = new BarnesHutRepulsion(0.5).write(new double[20], forces);

        assertThat(sum).isEqualTo(90, within(1e-9)); // the ordered pairs, each with weight 1
        assertThat(forces).containsOnly(0);
    }

    /** Every start ends in another minimum, so means are compared: of 8 runs there, of 4 here. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void lossIsAsLowAsThatOfScikitLearn(int perplexity) {
        double expected = Golden.number("tsne-exact-mean-divergence-" + perplexity);

        assertThat(meanLoss(TSne.exact(perplexity))).isEqualTo(expected, within(0.04 * expected));
        assertThat(meanLoss(TSne.barnesHut(perplexity))).isEqualTo(expected, within(0.06 * expected));
    }

    private static double meanLoss(TSne projection) {
        TSne exact = TSne.exact(projection.perplexity());
        float[][] points = Golden.blobs();
        return IntStream.range(0, 4)
                .mapToDouble(seed -> {
                    float[][] plane = projection.of(points, RandomSource.of(seed), _ -> {});
                    return exact.divergence(points, plane, RANDOM);
                })
                .average()
                .orElseThrow();
    }

    @Test
    void lossOfThePlaneOfScikitLearnIsWhatItSays() {
        double loss = TSne.exact(20).divergence(Golden.blobs(), Golden.floats("blobs-tsne.txt"), RANDOM);

        assertThat(loss).isEqualTo(Golden.number("tsne-divergence"), within(1e-4));
    }

    @Test
    void neighboursStayTogetherAsWithScikitLearn() {
        float[][] plane = TSne.barnesHut(20).of(Golden.blobs(), RANDOM, _ -> {});

        assertThat(Trustworthiness.of(Golden.blobs(), plane, 5, _ -> {}))
                .isGreaterThan(Golden.number("tsne-trustworthiness-5") - 0.01);
    }

    @Test
    void sameSeedGivesTheSamePlaneInManyDimensionsToo() {
        float[][] points = RandomPoints.clustered(80, 60, 4, 2);
        TSne projection = new TSne(8, 0.5, 500);

        float[][] plane = projection.of(points, RANDOM, _ -> {});

        assertThat(projection.of(points, RANDOM, _ -> {})).isDeepEqualTo(plane);
        int[] labels = new int[80];
        for (int i = 0; i < 80; i++) {
            labels[i] = i % 4;
        }
        assertThat(new NearestNeighbourClassifier(plane, labels, 3).leaveOneOutAccuracy())
                .isEqualTo(1);
    }

    @Test
    void equalPointsGiveAFinitePlane() {
        float[][] plane = new TSne(5, 0.5, 300).of(new float[40][3], RANDOM, _ -> {});

        for (float[] point : plane) {
            assertThat(Float.isFinite(point[0]) && Float.isFinite(point[1])).isTrue();
        }
    }

    @Test
    void progressRisesToOneAndAnInterruptionEndsIt() {
        List<Double> shares = new ArrayList<>();
        new TSne(10, 0.5, 20).of(Golden.blobs(), RANDOM, shares::add);

        assertThat(shares).isSorted().endsWith(1.0);
        assertThatThrownBy(() -> TSne.exact(10).of(Golden.blobs(), RANDOM, share -> {
                    if (share > 0.2) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusalsNameTheWayOut() {
        assertThatThrownBy(() -> TSne.exact(30).of(new float[2001][2], RANDOM, _ -> {}))
                .hasMessage(
                        "2,001 points were given, and exact t-SNE takes at most 2,000; take Barnes-Hut (theta 0.5)");
        assertThatThrownBy(() -> TSne.barnesHut(20).of(new float[60][2], RANDOM, _ -> {}))
                .hasMessage(
                        "perplexity 20.0 must be below a third of the number of points, which is 60; choose a lower one, "
                                + "such as 10, or give more points");
    }
}
