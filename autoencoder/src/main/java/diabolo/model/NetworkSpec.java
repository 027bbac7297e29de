package diabolo.model;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The architecture of a network that can be trained, as data: of an autoencoder, of a classifier, of a denoiser, or of an inpainter.
 *
 * <pre>{@code
 * NetworkSpec spec = ClassifierSpec.sigmoid(10, 784, 200, 200);
 * spec.weightCount(); // 199,210
 * }</pre>
 */
public sealed interface NetworkSpec permits ModelSpec, ClassifierSpec, DenoiserSpec, InpainterSpec {

    /** The values of an example. */
    int frameSize();

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
}
