package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {

    private static final RandomSource RANDOM = RandomSource.of(7);

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8})
    void inertiaIsAsLowAsThatOfScikitLearn(int clusters) {
        double inertia =
                new KMeans(clusters).of(Golden.blobs(), RANDOM, _ -> {}).inertia();

        assertThat(inertia).isBetween(0.97 * expected(clusters), 1.01 * expected(clusters));
    }

    private static double expected(int clusters) {
        return Golden.number("kmeans-inertia-" + clusters);
    }

    @Test
    void inertiaIsTheSumOfSquaredDistancesFromTheNearestCentre() {
        float[][] points = Golden.blobs();
        Clusters clusters = new KMeans(4).of(points, RANDOM, _ -> {});

        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            float[] point = points[i];
            double own = RandomPoints.distance(point, clusters.centres()[clusters.assignment()[i]]);
            assertThat(Arrays.stream(clusters.centres())
                            .mapToDouble(centre -> RandomPoints.distance(point, centre))
                            .min())
                    .hasValue(own);
            sum += own * own;
        }
        assertThat(clusters.inertia()).isEqualTo(sum, within(1e-6 * sum));
    }

    @Test
    void clustersFarApartAreFound() {
        float[][] points = RandomPoints.clustered(120, 6, 4, 3);

        int[] assignment = new KMeans(4).of(points, RANDOM, _ -> {}).assignment();

        assertThat(IntStream.range(0, 120)
                        .map(i -> assignment[i] * 4 + i % 4)
                        .distinct()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void asManyClustersAsPointsLeaveNoDistance() {
        float[][] points = RandomPoints.normal(9, 3, 1);

        Clusters clusters = new KMeans(9).of(points, RANDOM, _ -> {});

        assertThat(clusters.inertia()).isZero();
        assertThat(clusters.assignment()).doesNotHaveDuplicates();
    }

    @Test
    void equalPointsAreClusteredToo() {
        float[][] points = {{1, 1}, {1, 1}, {1, 1}, {2, 2}};

        assertThat(new KMeans(3).of(points, RANDOM, _ -> {}).inertia()).isZero();
    }

    @Test
    void sameSeedGivesTheSameClusters() {
        KMeans kMeans = new KMeans(6, 1, 300);

        assertThat(kMeans.of(Golden.blobs(), RANDOM, _ -> {}).assignment())
                .containsExactly(kMeans.of(Golden.blobs(), RANDOM, _ -> {}).assignment());
    }

    @Test
    void moreClustersThanPointsAreRefused() {
        assertThatThrownBy(() -> new KMeans(5).of(RandomPoints.normal(4, 2, 1), RANDOM, _ -> {}))
                .hasMessage("4 points were given, and at least 5 are needed; give more points");
    }
}
