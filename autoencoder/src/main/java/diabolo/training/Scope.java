package diabolo.training;

import static diabolo.note.Checks.requireBetween;

/**
 * Which part of a network a stage trains.
 *
 * <pre>{@code
 * new Scope.Layer(0);  // the layer next to the frame, in a small autoencoder of its own
 * Scope.WHOLE;         // all of it
 * }</pre>
 */
public sealed interface Scope {

    Scope WHOLE = new Whole();
    Scope DECODER = new Decoder();

    /** The whole network; where layers were trained before, it is assembled from them. */
    record Whole() implements Scope {}

    /**
     * One layer of a dense network with its counterpart in the decoder, on the internal states of the layers below (Bengio et al.
     * 2007; the lecture, "Pre-Training Deep Networks").
     *
     * @param number 0 for the one next to the frame
     */
    record Layer(int number) implements Scope {
        public Layer {
            requireBetween("layer", number, 0, 64);
        }
    }

    /** The decoder alone, from codes that the examples come with, see {@link Examples#labelled}. */
    record Decoder() implements Scope {}
}
