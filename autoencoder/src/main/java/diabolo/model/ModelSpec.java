package diabolo.model;

import java.util.Set;

/**
 * The architecture of an autoencoder, as data: it is stored beside the weights.
 *
 * <pre>{@code
 * ModelSpec spec = DenseSpec.DEEP_HEAR;
 * spec.frameSize(); // 5632
 * spec.codeSize();  // 16
 * }</pre>
 */
public sealed interface ModelSpec extends NetworkSpec permits DenseSpec, ConvolutionalSpec, RecurrentSpec {

    /** The latent dimensions: the bottleneck. */
    int codeSize();

    /** The decoder's output. */
    Decoding decoding();

    /** The layer between encoder and decoder. */
    Bottleneck bottleneck();

    /** The names of the parameters of the encoder, without which the network can still decode. */
    default Set<String> encoderWeights() {
        return Set.of();
    }
}
