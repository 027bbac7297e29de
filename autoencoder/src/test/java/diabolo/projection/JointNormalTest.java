package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JointNormalTest {

    /** Means 1 and -2, variances 4 and 1, correlation 0.9. */
    private static float[][] vectors() {
        RandomGenerator random = RandomSource.of(1).generator();
        float[][] vectors = new float[4_000][];
        for (int i = 0; i < vectors.length; i++) {
            double a = random.nextGaussian();
            double b = 0.9 * a + Math.sqrt(1 - 0.81) * random.nextGaussian();
            vectors[i] = new float[] {(float) (1 + 2 * a), (float) (b - 2)};
        }
        return vectors;
    }

    @Test
    void whatIsDrawnHasTheMeansAndCovariancesOfWhatWasGiven() {
        JointNormal normal = JointNormal.of(vectors(), 1e-6);
        RandomGenerator random = RandomSource.of(2).generator();
        double[] sums = new double[5];
        int count = 4_000;
        for (int i = 0; i < count; i++) {
            float[] drawn = normal.draw(1, random);
            sums[0] += drawn[0];
            sums[1] += drawn[1];
            sums[2] += (drawn[0] - 1) * (drawn[0] - 1);
            sums[3] += (drawn[1] + 2) * (drawn[1] + 2);
            sums[4] += (drawn[0] - 1) * (drawn[1] + 2);
        }

        assertThat(sums[0] / count).isCloseTo(1, within(0.15));
        assertThat(sums[1] / count).isCloseTo(-2, within(0.08));
        assertThat(sums[2] / count).isCloseTo(4, within(0.4));
        assertThat(sums[3] / count).isCloseTo(1, within(0.1));
        assertThat(sums[4] / count).isCloseTo(1.8, within(0.2));
    }

    @Test
    void withoutDeviationItIsTheMean() {
        float[] mean = JointNormal.of(new float[][] {{1, 2}, {3, 6}}, 0.1)
                .draw(0, RandomSource.of(1).generator());

        assertThat(mean).containsExactly(2, 4);
    }

    @Test
    void thereMustBeAVectorAndARidge() {
        assertThatThrownBy(() -> JointNormal.of(new float[0][], 0.1)).hasMessageContaining("there was none");
        assertThatThrownBy(() -> JointNormal.of(vectors(), 0)).hasMessage("ridge must be above 0, was 0.0");
    }
}
