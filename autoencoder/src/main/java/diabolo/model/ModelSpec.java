package diabolo.model;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The architecture of a network, as data: it is stored beside the weights.
 *
 * <pre>{@code
 * ModelSpec spec = DenseSpec.DEEP_HEAR;
 * spec.frameSize(); // 5632
 * spec.codeSize();  // 16
 * }</pre>
 */
public sealed interface ModelSpec permits DenseSpec, ConvolutionalSpec, RecurrentSpec {

    /** The values of an example. */
    int frameSize();

    /** The latent dimensions: the bottleneck. */
    int codeSize();

    /** The decoder's output. */
    Decoding decoding();

    /** The layer between encoder and decoder. */
    Bottleneck bottleneck();

    /** Names the network in messages, after "a network": {@code 784-200}. */
    String shape();

    /** The names and shapes of all parameters, in order. */
    Map<String, long[]> shapes();

    /** The initial weights, by the names of {@link #shapes}. */
    List<NamedArray> firstWeights(Initialization initialization, RandomSource random);

    /** The time steps of an example; 1 for networks without time. */
    default int steps() {
        return 1;
    }

    /** How many layers can be pre-trained one by one, each as a small autoencoder; 0 for none. */
    default int layers() {
        return 0;
    }

    /**
     * The small autoencoder of one layer, 0 the one next to the frame.
     *
     * @throws IllegalArgumentException if there is no such layer
     */
    default DenseSpec layer(int number) {
        throw new IllegalArgumentException(
                "a network %s has no layers that are trained one by one; train it as a whole".formatted(shape()));
    }

    /** How many weights there are. */
    default long weightCount() {
        return shapes().values().stream()
                .mapToLong(shape -> Arrays.stream(shape).reduce(1, Math::multiplyExact))
                .sum();
    }

    /** The names of the parameters of the encoder, without which the network can still decode. */
    default Set<String> encoderWeights() {
        return Set.of();
    }
}
