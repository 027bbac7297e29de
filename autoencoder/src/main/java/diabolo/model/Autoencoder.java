package diabolo.model;

import java.util.Optional;

/**
 * A network that learns to copy its input through a narrow waist: an encoder to codes and a decoder from them.
 *
 * <pre>{@code
 * float[][] codes = autoencoder.encode(frames);         // [examples][codeSize]
 * float[][] reconstructed = autoencoder.decode(codes);  // [examples][frameSize]
 * }</pre>
 *
 * <p>Owns native memory until closed. Reading it from several threads at once is safe; training it at the same time is not.
 */
public interface Autoencoder extends AutoCloseable {

    ModelSpec spec();

    /**
     * The codes of examples.
     *
     * @param frames [examples][frameSize]
     * @return [examples][codeSize]
     * @throws IllegalArgumentException if a frame has another size
     */
    float[][] encode(float[][] frames);

    /**
     * Where each of some examples may lie, its mean being where {@link #encode} puts it: there alone, with a plain bottleneck.
     *
     * @param frames [examples][frameSize]
     * @throws IllegalArgumentException if a frame has another size
     */
    default Posteriors posteriors(float[][] frames) {
        return new Posteriors(encode(frames), new float[0][]);
    }

    /**
     * The examples that codes stand for.
     *
     * @param codes [examples][codeSize]
     * @return [examples][frameSize]
     * @throws IllegalArgumentException if a code has another size
     */
    float[][] decode(float[][] codes);

    /** {@code decode(encode(frames))}. */
    default float[][] reconstruct(float[][] frames) {
        return decode(encode(frames));
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
