package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Loss;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.Test;

/**
 * Golden values from PyTorch 1.13 in double precision: its distributions for the bounds of weights, examples and noise that are sines,
 * and a sum over a grid of the plane of codes for the log-likelihood.
 */
class ImportanceWeightedBoundTest {

    private static final DenseSpec SPEC = DenseSpec.gaussian(5, 4, 2);
    private static final float[][] FRAMES = {{1, 0, 1, 0, 0}, {0, 0.25f, 1, 0, 1}, {0, 0, 0, 1, 0}};
    private static final double LOG_LIKELIHOOD = -3.2725;

    private static final Map<String, Integer> SEEDS = Map.of(
            "encoder.0.weight", 1,
            "encoder.0.bias", 2,
            "encoder.1.weight", 3,
            "encoder.1.bias", 4,
            "deviation.weight", 5,
            "deviation.bias", 6,
            "decoder.1.weight", 7,
            "decoder.1.bias", 8,
            "decoder.0.weight", 9,
            "decoder.0.bias", 10);

    private static DenseAutoencoder network() {
        List<NamedArray> weights = SPEC.shapes().entrySet().stream()
                .map(entry -> new NamedArray(
                        entry.getKey(),
                        entry.getValue(),
                        numbers(
                                count(entry.getValue()),
                                i -> 0.8 * Math.sin(1.7 * i + SEEDS.getOrDefault(entry.getKey(), 0)))))
                .toList();
        return DenseAutoencoder.of(SPEC, weights);
    }

    private static int count(long[] shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        return count;
    }

    private static float[] numbers(int count, IntToDoubleFunction number) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) number.applyAsDouble(i);
        }
        return numbers;
    }

    private static float[] bounds(int samples) {
        try (DenseAutoencoder network = network();
                TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            float[] noise = numbers(3 * samples * 2, i -> 1.5 * Math.cos(2.3 * i));
            return FrameTensors.toArray(new ImportanceWeightedBound(network, samples)
                    .ofEach(FrameTensors.of(FRAMES), FrameTensors.of(noise, 3L * samples, 2)));
        }
    }

    @Test
    void boundsAreThoseOfAnotherProgramWithTheSameNoise() {
        assertThat(bounds(1)).containsExactly(new float[] {-3.6057944f, -6.3622046f, -3.9600382f}, within(1e-5f));
        assertThat(bounds(2)).containsExactly(new float[] {-3.6245172f, -5.7326994f, -4.1707153f}, within(1e-5f));
        assertThat(bounds(7)).containsExactly(new float[] {-3.5659316f, -5.610944f, -4.3743005f}, within(1e-5f));
    }

    @Test
    void fromTheEvidenceLowerBoundItRisesTowardsTheLikelihood() {
        float[][] often = new float[3_000][];
        for (int i = 0; i < often.length; i++) {
            often[i] = FRAMES[i % FRAMES.length];
        }
        try (DenseAutoencoder network = network()) {
            EvidenceLowerBound.Result evidence = new EvidenceLowerBound(
                            network, Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND))
                    .measure(Examples.of(often), RandomSource.of(3));
            double one = new ImportanceWeightedBound(network, 1).of(often, RandomSource.of(4));
            double ten = new ImportanceWeightedBound(network, 10).of(often, RandomSource.of(4));
            double many = new ImportanceWeightedBound(network, 50_000).of(FRAMES, RandomSource.of(4));

            assertThat(one).isCloseTo(-evidence.loss(), within(0.1));
            assertThat(ten).isBetween(one + 0.1, LOG_LIKELIHOOD);
            assertThat(many).isBetween(ten + 0.1, LOG_LIKELIHOOD + 0.02);
        }
    }

    @Test
    void theSameChanceGivesTheSameBound() {
        try (DenseAutoencoder network = network()) {
            ImportanceWeightedBound bound = new ImportanceWeightedBound(network, 20);

            assertThat(bound.of(FRAMES, RandomSource.of(7))).isEqualTo(bound.of(FRAMES, RandomSource.of(7)));
        }
    }

    @Test
    void aPlainBottleneckHasNoPosteriorToSample() {
        try (DenseAutoencoder plain = DenseAutoencoder.initialized(
                DenseSpec.sigmoid(5, 2), Initialization.GLOROT_SIGMOID, RandomSource.of(1))) {
            assertThatThrownBy(() -> new ImportanceWeightedBound(plain, 5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bottleneck PLAIN has none");
        }
    }
}
