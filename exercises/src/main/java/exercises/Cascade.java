package exercises;

import java.util.List;

/**
 * Exercise 9: greedy layer-wise pre-training. Each layer is the encoder of an autoencoder that learned the states of the layer below.
 *
 * <pre>{@code
 * Cascade.Trainer trainer = (examples, hidden) -> new SmallAutoencoder(...).learn(examples, ...)::encode;
 * List<Cascade.Encoder> layers = cascade.pretrain(images, new int[] {64, 16}, trainer);
 * double[][] states = cascade.states(layers, images); // [examples][16]
 * }</pre>
 *
 * <p>Source: Bengio et al., "Greedy layer-wise training of deep networks", 2007, sections 2.3 and 3.
 */
public class Cascade {

    /** A trained layer: from examples, [examples][inputs], to its states, [examples][hidden]. */
    @FunctionalInterface
    public interface Encoder {
        double[][] encode(double[][] examples);
    }

    /** Trains one autoencoder, whose decoder is discarded. Given. */
    @FunctionalInterface
    public interface Trainer {
        Encoder train(double[][] examples, int hidden);
    }

    /**
     * Trains one layer after the other: the first on the examples X, the second on the states A¹(X) of the first, the third on
     * A²(A¹(X)), and so on. A trained layer does not change any more.
     *
     * @param examples X: [examples][inputs]
     * @param sizes of the hidden layers, from the lowest
     * @param trainer to be called once for each layer
     * @return the layers, from the lowest
     */
    public List<Encoder> pretrain(double[][] examples, int[] sizes, Trainer trainer) {
        throw new UnsupportedOperationException(
                "Cascade.pretrain is yours to write: train each layer on the states of the one below.");
    }

    /**
     * The states of the highest layer: Aᵏ(…A²(A¹(X))), the composition of the layers as functions.
     *
     * @param layers from the lowest; without any, the states are the examples
     * @param examples [examples][inputs]
     * @return [examples][size of the highest layer]
     */
    public double[][] states(List<Encoder> layers, double[][] examples) {
        throw new UnsupportedOperationException(
                "Cascade.states is yours to write: the examples through all layers, one after the other.");
    }
}
