package diabolo.model;

import diabolo.model.descent.CodeSearch;
import diabolo.representation.Frames;
import java.util.List;
import java.util.Optional;

/**
 * A network that learns to copy its input through a bottleneck: an encoder to codes and a decoder from them.
 *
 * <pre>{@code
 * float[][] codes = autoencoder.encode(windows);                          // [examples][codeSize]
 * List<Frames> decoded = autoencoder.decode(codes, Sampler.LIKELIEST);
 * }</pre>
 *
 * <p>Owns native memory until closed, by whoever made it, when no thread is using it any more. Encoding and decoding in several threads is safe; training at the same time is not.
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
     * The posteriors of examples; their means are the codes of {@link #encode}. Without deviations in a plain bottleneck.
     *
     * @throws IllegalArgumentException if an example is of another kind or size
     */
    PosteriorArrays posteriors(List<? extends Frames> examples);

    /**
     * Decodes codes.
     *
     * @param codes [examples][codeSize]
     * @throws IllegalArgumentException if a code has another size, or the sampler does not suit the network
     */
    List<Frames> decode(float[][] codes, Sampler sampler);

    /** {@code decode(encode(examples))} by the likeliest cells or tokens. */
    default List<Frames> reconstruct(List<? extends Frames> examples) {
        return decode(encode(examples), Sampler.LIKELIEST);
    }

    /** Gradient search through the decoder; none where it samples tokens, which have no gradient. */
    default Optional<CodeSearch> gradientSearch() {
        return Optional.empty();
    }

    /** The network, where it is recurrent. */
    default Optional<RecurrentAutoencoder> recurrent() {
        return Optional.empty();
    }

    /** The network, where it is dense. */
    default Optional<DenseAutoencoder> dense() {
        return Optional.empty();
    }

    /** The network, where it is convolutional. */
    default Optional<ConvolutionalAutoencoder> convolutional() {
        return Optional.empty();
    }

    /** The network, where it is of cells: dense or convolutional. */
    default Optional<CellAutoencoder> cells() {
        return Optional.empty();
    }

    @Override
    void close();
}
