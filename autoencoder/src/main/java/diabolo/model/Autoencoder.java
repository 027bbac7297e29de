package diabolo.model;

import diabolo.representation.Frames;
import java.util.List;
import java.util.Optional;

/**
 * A network that learns to copy its input through a narrow waist: an encoder to codes and a decoder from them.
 *
 * <pre>{@code
 * float[][] codes = autoencoder.encode(windows);                          // [examples][codeSize]
 * List<Frames> decoded = autoencoder.decode(codes, Sampler.LIKELIEST);
 * }</pre>
 *
 * <p>Owns native memory until closed. Reading it from several threads at once is safe; training it at the same time is not.
 */
public interface Autoencoder extends AutoCloseable {

    ModelSpec spec();

    /**
     * The codes of examples.
     *
     * @return [examples][codeSize]
     * @throws IllegalArgumentException if an example is of another kind or size
     */
    float[][] encode(List<? extends Frames> examples);

    /**
     * Where each of some examples may lie, its mean being where {@link #encode} puts it: there alone, with a plain bottleneck.
     *
     * @throws IllegalArgumentException if an example is of another kind or size
     */
    PosteriorArrays posteriors(List<? extends Frames> examples);

    /**
     * The examples that codes stand for.
     *
     * @param codes [examples][codeSize]
     * @throws IllegalArgumentException if a code has another size, or the network does not choose as the sampler wants
     */
    List<Frames> decode(float[][] codes, Sampler sampler);

    /** The likeliest of what the codes of examples stand for. */
    default List<Frames> reconstruct(List<? extends Frames> examples) {
        return decode(encode(examples), Sampler.LIKELIEST);
    }

    /** A search for codes by gradient through the decoder; none where it chooses tokens, through which no gradient goes. */
    default Optional<CodeSearch> gradientSearch() {
        return Optional.empty();
    }

    /** The network with its stacks, where it is recurrent. */
    default Optional<RecurrentAutoencoder> recurrent() {
        return Optional.empty();
    }

    /** The network with its layers, where it is a stack of dense layers. */
    default Optional<DenseAutoencoder> dense() {
        return Optional.empty();
    }

    @Override
    void close();
}
