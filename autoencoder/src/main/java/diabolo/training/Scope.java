package diabolo.training;

import static diabolo.note.Checks.requireBetween;

/**
 * The part of a network that a stage trains.
 *
 * <pre>{@code
 * new Scope.Layer(0);  // the layer next to the frame, as a small autoencoder
 * Scope.WHOLE;         // all of it
 * }</pre>
 */
public sealed interface Scope {

    Scope WHOLE = new Whole();
    Scope DECODER = new Decoder();

    /** The whole network, assembled from the layers that were pre-trained. */
    record Whole() implements Scope {}

    /**
     * One layer of a dense network with its counterpart in the decoder, on the codes of the layers below (Bengio et al. 2007).
     *
     * @param number 0 for the one next to the frame
     */
    record Layer(int number) implements Scope {
        public Layer {
            requireBetween("layer", number, 0, 64);
        }
    }

    /** The decoder alone, from the codes of labelled examples, see {@link Examples#labelled}. */
    record Decoder() implements Scope {}
}
