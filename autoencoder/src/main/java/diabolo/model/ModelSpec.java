package diabolo.model;

import java.util.Arrays;
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
