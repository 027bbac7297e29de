package diabolo.model;

import diabolo.nn.Activation;
import diabolo.tensor.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Nested;

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
    class Untied implements AutoencoderContract {
        @Override
        public Autoencoder open() {
            DenseSpec spec = new DenseSpec(
                    List.of(40, 12, 5), Activation.RELU, Activation.LINEAR, Activation.TANH, DenseSpec.Tying.UNTIED);
            return DenseAutoencoder.initialized(spec, Initialization.GLOROT, RandomSource.of(1));
        }
    }
}
