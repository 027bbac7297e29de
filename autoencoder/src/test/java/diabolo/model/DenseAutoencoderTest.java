package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.nn.Activation;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DenseAutoencoderTest {

    @Nested
    class Tied implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return DenseAutoencoder.initialized(
                    DenseSpec.sigmoid(40, 12, 5), Initialization.GLOROT_SIGMOID, RandomSource.of(1));
        }
    }

    @Nested
    class Variational implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            return DenseAutoencoder.initialized(
                    DenseSpec.gaussian(40, 12, 5), Initialization.GLOROT, RandomSource.of(1));
        }

        @Test
        void theCodesAreTheMeansOfThePosteriors() {
            try (DenseAutoencoder network = (DenseAutoencoder) open()) {
                float[][] frames = new float[300][40];
                frames[299][7] = 1;
                PosteriorArrays posteriors = network.posteriors(frames);

                assertThat(posteriors.means()).isDeepEqualTo(network.encode(frames));
                assertThat(posteriors.deviations()).hasDimensions(300, 5);
                assertThat(Arrays.stream(posteriors.deviations())
                                .flatMap(some -> IntStream.range(0, 5).mapToObj(unit -> some[unit])))
                        .allSatisfy(deviation -> assertThat(deviation).isPositive());
            }
        }
    }

    @Test
    void aPlainNetworkHasNoDeviations() {
        try (DenseAutoencoder network = DenseAutoencoder.initialized(
                DenseSpec.sigmoid(40, 12, 5), Initialization.GLOROT_SIGMOID, RandomSource.of(1))) {
            PosteriorArrays posteriors = network.posteriors(new float[2][40]);

            assertThat(posteriors.deviations()).isEmpty();
            assertThat(posteriors.divergenceBits()).isZero();
        }
    }

    @Test
    void aGaussianBottleneckNeedsALinearCodeAndAnUntiedDecoder() {
        List<Integer> sizes = List.of(40, 5);

        assertThatThrownBy(() -> new DenseSpec(
                        sizes,
                        Activation.TANH,
                        Activation.SIGMOID,
                        Activation.SIGMOID,
                        DenseSpec.Tying.UNTIED,
                        Bottleneck.GAUSSIAN))
                .hasMessageContaining("a mean, which is LINEAR, was SIGMOID; choose");
        assertThatThrownBy(() -> new DenseSpec(
                        sizes,
                        Activation.TANH,
                        Activation.LINEAR,
                        Activation.SIGMOID,
                        DenseSpec.Tying.TIED,
                        Bottleneck.GAUSSIAN))
                .hasMessageContaining("separate weights, was TIED; choose");
    }

    @Nested
    class Untied implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            DenseSpec spec = new DenseSpec(
                    List.of(40, 12, 5), Activation.RELU, Activation.LINEAR, Activation.TANH, DenseSpec.Tying.UNTIED);
            return DenseAutoencoder.initialized(spec, Initialization.GLOROT, RandomSource.of(1));
        }
    }
}
