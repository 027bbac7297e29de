package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

    private static final RandomSource RANDOM = RandomSource.of(7);

    @Test
    void directionsAndVariancesAreThoseOfScikitLearn() {
        PrincipalComponents components = PrincipalComponents.of(Golden.blobs(), 4, RANDOM, _ -> {});

        double[][] expected = Golden.doubles("blobs-pca-directions.txt");
        for (int component = 0; component < 4; component++) {
            double cosine = dot(components.directions()[component], expected[component]);
            assertThat(Math.abs(cosine)).isEqualTo(1, within(1e-9));
            assertThat(components.variances()[component])
                    .isEqualTo(Golden.column("blobs-pca-variances.txt")[component], within(1e-6));
        }
    }

    @Test
    void allVariancesTogetherAreTheTotal() {
        PrincipalComponents components = PrincipalComponents.of(Golden.blobs(), 10, RANDOM, _ -> {});

        assertThat(DoubleStream.of(components.variances()).sum()).isEqualTo(components.totalVariance(), within(1e-9));
    }

    @Test
    void whatTheComponentsLoseIsTheVarianceOfTheOthers() {
        float[][] points = Golden.blobs();
        PrincipalComponents components = PrincipalComponents.of(points, 4, RANDOM, _ -> {});
        float[][] reconstructed = components.reconstruct(points);

        double squares = 0;
        for (int point = 0; point < points.length; point++) {
            for (int dimension = 0; dimension < points[point].length; dimension++) {
                squares += Math.pow(points[point][dimension] - reconstructed[point][dimension], 2);
            }
        }
        double kept = DoubleStream.of(components.variances()).sum();
        assertThat(squares / (points.length - 1)).isEqualTo(components.totalVariance() - kept, within(1e-4));
    }

    @Test
    void manyDimensionsGiveWhatFewGiveWhenTheRestIsEmpty() {
        float[][] few = RandomPoints.clustered(120, 40, 3, 5);
        float[][] many = new float[120][1_100];
        for (int point = 0; point < many.length; point++) {
            for (int i = 0; i < 40; i++) {
                many[point][1_099 - 27 * i] = few[point][i];
            }
        }

        PrincipalComponents expected = PrincipalComponents.of(few, 5, RANDOM, _ -> {});
        PrincipalComponents found = PrincipalComponents.of(many, 5, RANDOM, _ -> {});

        assertThat(found.variances()).containsExactly(expected.variances(), within(1e-6));
        assertThat(found.totalVariance()).isEqualTo(expected.totalVariance(), within(1e-6));
        for (int component = 0; component < 5; component++) {
            for (int i = 0; i < 40; i++) {
                assertThat(found.directions()[component][1_099 - 27 * i])
                        .isEqualTo(expected.directions()[component][i], within(1e-6));
            }
        }
    }

    @Test
    void varianceOfTheProjectedPointsIsThatOfTheComponent() {
        PrincipalComponents components = PrincipalComponents.of(Golden.blobs(), 3, RANDOM, _ -> {});

        float[][] projected = components.project(Golden.blobs());

        for (int component = 0; component < 3; component++) {
            double variance = 0;
            for (float[] point : projected) {
                variance += point[component] * (double) point[component] / 149;
            }
            assertThat(variance).isEqualTo(components.variances()[component], within(1e-5));
        }
    }

    @Test
    void orderOfPointsDoesNotMatter() {
        float[][] points = Golden.blobs();
        int[] order = RANDOM.permutation(points.length);

        float[][] plane = new Pca().of(points, RANDOM, _ -> {});
        float[][] reordered = new Pca().of(RandomPoints.reordered(points, order), RANDOM, _ -> {});

        for (int i = 0; i < order.length; i++) {
            assertThat(reordered[i]).containsExactly(plane[order[i]], within(1e-4f));
        }
    }

    @Test
    void oneDimensionIsALineInThePlane() {
        assertThat(new Pca().of(new float[][] {{1}, {3}, {2}, {6}}, RANDOM, _ -> {}))
                .isDeepEqualTo(new float[][] {{-2, 0}, {0, 0}, {-1, 0}, {3, 0}});
    }

    @Test
    void refusalsNameValueAndRule() {
        assertThatThrownBy(() -> new Pca().of(new float[][] {{1, 2}, {3}}, RANDOM, _ -> {}))
                .hasMessage("point 1 has 1 numbers and point 0 has 2; give every point the same number, 1 or more");
        assertThatThrownBy(() -> new Pca().of(new float[][] {{1, 2}, {3, Float.NaN}}, RANDOM, _ -> {}))
                .hasMessage("point 1 has the number NaN, and only finite numbers have distances; leave this point out");
        assertThatThrownBy(() -> new Pca().of(new float[][] {{1, 2}}, RANDOM, _ -> {}))
                .hasMessage("1 points were given, and at least 2 are needed; give more points");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
