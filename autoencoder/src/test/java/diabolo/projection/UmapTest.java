package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UmapTest {

    private static final RandomSource RANDOM = RandomSource.of(7);

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.1", "0.5", "0.99"})
    void curveIsThatOfUmapLearn(String minimumDistance) {
        UmapCurve curve = UmapCurve.fitted(Double.parseDouble(minimumDistance));

        assertThat(curve.a()).isEqualTo(Golden.number("umap-a-" + minimumDistance), within(1e-4));
        assertThat(curve.b()).isEqualTo(Golden.number("umap-b-" + minimumDistance), within(1e-4));
    }

    @Test
    void graphIsThatOfUmapLearn() {
        SparseRows graph = FuzzyGraph.of(NearestNeighbours.of(Golden.blobs(), 9, _ -> {}));

        double[][] expected = Golden.doubles("blobs-umap-graph.txt");
        for (int row = 0; row < expected.length; row++) {
            double[] found = new double[150];
            for (int i = graph.start()[row]; i < graph.start()[row + 1]; i++) {
                found[graph.columns()[i]] = graph.values()[i];
            }
            assertThat(found).containsExactly(expected[row], within(1e-4));
        }
    }

    @Test
    void neighboursStayTogether() {
        float[][] plane = new Umap(15, 0.1).of(Golden.blobs(), RANDOM, _ -> {});

        assertThat(Trustworthiness.of(Golden.blobs(), plane, 5, _ -> {})).isGreaterThan(0.94);
    }

    @Test
    void clustersAreApartAndASeedRepeatsThem() {
        float[][] points = RandomPoints.clustered(120, 20, 4, 2);
        int[] labels = IntStream.range(0, 120).map(i -> i % 4).toArray();
        Umap umap = new Umap(10, 0.1);

        float[][] plane = umap.of(points, RANDOM, _ -> {});

        assertThat(new NearestNeighbourClassifier(plane, labels, 5).leaveOneOutAccuracy())
                .isEqualTo(1);
        assertThat(umap.of(points, RANDOM, _ -> {})).isDeepEqualTo(plane);
        assertThat(umap.of(points, RandomSource.of(8), _ -> {})[0]).isNotEqualTo(plane[0]);
    }

    /**
     * umap-learn 0.5.3 with 10 neighbours and its spectral start, three seeds: trustworthiness 0.9957 to 0.9958 of the roll and 0.968 to
     * 0.970 of the clusters, continuity 0.985 and 0.971.
     */
    @Test
    void spectralStartIsAsTrustworthyAsThatOfUmapLearn() {
        Umap umap = new Umap(10, 0.1, Umap.Start.SPECTRAL);

        float[][] roll = umap.of(Golden.roll(), RANDOM, _ -> {});
        float[][] blobs = umap.of(Golden.blobs(), RANDOM, _ -> {});

        assertThat(Trustworthiness.of(Golden.roll(), roll, 5, _ -> {})).isGreaterThan(0.99);
        assertThat(Trustworthiness.continuity(Golden.roll(), roll, 5, _ -> {})).isGreaterThan(0.975);
        assertThat(Trustworthiness.of(Golden.blobs(), blobs, 5, _ -> {})).isGreaterThan(0.96);
        assertThat(Trustworthiness.continuity(Golden.blobs(), blobs, 5, _ -> {}))
                .isGreaterThan(0.96);
    }

    /** Of a ring of equal weights the slowest eigenvectors are a cosine and a sine: the ring itself. */
    @Test
    void spectralPlaneOfARingIsACircle() {
        int size = 400;
        int[][] neighbours = new int[size][];
        double[][] weights = new double[size][];
        for (int i = 0; i < size; i++) {
            neighbours[i] = new int[] {(i + 1) % size, (i + size - 1) % size};
            weights[i] = new double[] {1, 1};
        }

        double[] plane = SpectralPlane.of(SparseRows.of(neighbours, weights), 10, RANDOM.generator(), Progress.silent())
                .orElseThrow();

        for (int i = 0; i < size; i++) {
            assertThat(Math.hypot(plane[2 * i], plane[2 * i + 1])).isEqualTo(10, within(0.05));
        }
    }

    @Test
    void partsWithoutAPathBetweenThemStartAsThePca() {
        float[][] points = RandomPoints.normal(80, 3, 5);
        for (int i = 0; i < 40; i++) {
            points[i][0] += 1_000;
        }

        assertThat(new Umap(6, 0.1, Umap.Start.SPECTRAL).of(points, RANDOM, _ -> {}))
                .isDeepEqualTo(new Umap(6, 0.1).of(points, RANDOM, _ -> {}));
    }

    @Test
    void equalPointsGiveAFinitePlane() {
        for (float[] point : new Umap(5, 0.1).of(new float[30][3], RANDOM, _ -> {})) {
            assertThat(Float.isFinite(point[0]) && Float.isFinite(point[1])).isTrue();
        }
    }

    @Test
    void fewerPointsThanNeighboursAreRefused() {
        assertThatThrownBy(() -> new Umap(15, 0.1).of(RandomPoints.normal(10, 2, 1), RANDOM, _ -> {}))
                .hasMessage("10 points were given, and at least 15 are needed; give more points");
    }
}
