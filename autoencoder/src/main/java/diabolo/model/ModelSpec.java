package diabolo.model;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a network is: data from which it is built, and which lies beside its weights.
 *
 * <pre>{@code
 * ModelSpec spec = DenseSpec.DEEP_HEAR;
 * spec.frameSize(); // 5632
 * spec.codeSize();  // 16
 * }</pre>
 */
public sealed interface ModelSpec permits DenseSpec, RecurrentSpec {

    /** How many numbers an example has. */
    int frameSize();

    /** How many numbers a code has: the waist of the diabolo. */
    int codeSize();

    /** What its decoder gives. */
    Decoding decoding();

    /** Whether a code is drawn from a distribution that the encoder gives, as in a variational network. */
    Bottleneck bottleneck();

    /** How the network is called in messages, after "a network": {@code 784-200}. */
    String shape();

    /** The names and shapes of all parameters, in order. */
    Map<String, long[]> shapes();

    /** The weights that a training starts from, by the names of {@link #shapes}. */
    List<NamedArray> firstWeights(Initialization initialization, RandomSource random);

    /** How many steps along time an example has; 1 where the network knows of no time. */
    default int steps() {
        return 1;
    }

    /** How many layers can be trained one by one, each in a small autoencoder of its own; 0 for none. */
    default int layers() {
        return 0;
    }

    /**
     * The small autoencoder that one layer makes, 0 the one next to the frame.
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

    /** The names of those parameters without which the network still makes music of codes. */
    default Set<String> encoderWeights() {
        return Set.of();
    }
}
