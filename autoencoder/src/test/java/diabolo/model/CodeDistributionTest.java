package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeDistributionTest {

    private static final int SAMPLES = 20_000;

    @Test
    void samplesHaveTheMeanAndTheCovariance() {
        RandomGenerator random = RandomSource.of(1).generator();
        CodeDistribution.InKey key = inKey(1, new float[] {3, -1}, new float[][] {{2, 0}, {1, 0.5f}});
        float[][] codes =
                IntStream.range(0, SAMPLES).mapToObj(_ -> key.sample(random)).toArray(float[][]::new);

        assertThat(mean(codes, 0)).isEqualTo(3, within(0.05));
        assertThat(mean(codes, 1)).isEqualTo(-1, within(0.05));
        assertThat(covariance(codes, 0, 0)).isEqualTo(4, within(0.1)); // the factor times its transpose
        assertThat(covariance(codes, 0, 1)).isEqualTo(2, within(0.1));
        assertThat(covariance(codes, 1, 1)).isEqualTo(1.25, within(0.05));
    }

    @Test
    void keysAreDrawnByTheirShares() {
        RandomGenerator random = RandomSource.of(2).generator();
        CodeDistribution distribution = new CodeDistribution(List.of(
                inKey(3, new float[] {0}, new float[][] {{1}}), inKey(1, new float[] {1}, new float[][] {{1}})));
        long second = IntStream.range(0, SAMPLES)
                .filter(_ -> distribution.key(random).mean()[0] == 1)
                .count();

        assertThat((double) second / SAMPLES).isEqualTo(0.25, within(0.02));
    }

    @Test
    void nothingKnownHasNoKey() {
        assertThat(CodeDistribution.NONE.isKnown()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> CodeDistribution.NONE.key(RandomSource.of(1).generator()));
    }

    private static CodeDistribution.InKey inKey(double share, float[] mean, float[][] factor) {
        return new CodeDistribution.InKey(share, mean, factor, new float[12]);
    }

    private static double mean(float[][] codes, int unit) {
        double sum = 0;
        for (float[] code : codes) {
            sum += code[unit];
        }
        return sum / codes.length;
    }

    private static double covariance(float[][] codes, int first, int second) {
        double firstMean = mean(codes, first);
        double secondMean = mean(codes, second);
        double sum = 0;
        for (float[] code : codes) {
            sum += (code[first] - firstMean) * (code[second] - secondMean);
        }
        return sum / codes.length;
    }
}
