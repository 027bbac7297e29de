package diabolo.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.projection.PrincipalComponents;
import diabolo.tensor.RandomSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WhiteningTest {

    /** Of very different variances, and correlated. */
    private static float[][] examples() {
        RandomGenerator random = RandomSource.of(2).generator();
        float[][] examples = new float[500][4];
        for (float[] example : examples) {
            double common = random.nextGaussian();
            for (int i = 0; i < 4; i++) {
                example[i] = (float) (i + common + (0.2 + i) * random.nextGaussian());
            }
        }
        return examples;
    }

    @Test
    void allDirectionsVaryAlike() {
        float[][] whitened = Whitening.of(examples(), 1e-9).whiten(examples());

        double[] variances =
                PrincipalComponents.of(whitened, 4, RandomSource.of(1), _ -> {}).variances();
        assertThat(variances).containsExactly(new double[] {1, 1, 1, 1}, within(1e-4));
    }

    @Test
    void theFloorKeepsFaintDirectionsFaint() {
        float[][] whitened = Whitening.of(examples(), 0.5).whiten(examples());

        double[] variances =
                PrincipalComponents.of(whitened, 4, RandomSource.of(1), _ -> {}).variances();
        assertThat(variances[0]).isBetween(0.8, 1.0);
        assertThat(variances[3]).isLessThan(0.5);
    }

    @Test
    void whitenedExamplesAreRestored() {
        Whitening whitening = Whitening.of(examples(), 0.1);
        float[][] restored = whitening.restore(whitening.whiten(examples()));

        for (int example = 0; example < restored.length; example++) {
            assertThat(restored[example]).containsExactly(examples()[example], within(1e-3f));
        }
    }
}
