package diabolo.search;

import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.LatentSpace;
import diabolo.model.Autoencoder;
import diabolo.model.Sampler;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.BitSet;
import java.util.List;

/**
 * The given beginning of a window.
 *
 * @param given silent after the primer
 * @param steps of the primer, fewer than the window's
 */
record Primer(Autoencoder network, Representation representation, Frames given, int steps) {

    /** A piece shorter than a window, as its primer. */
    static Primer of(LatentSpace space, QuantizedSequence piece) {
        Frames window = space.representation()
                .encode(piece.slice(0, space.representation().steps()));
        return new Primer(space.network(), space.representation(), window, piece.lengthInSteps());
    }

    /**
     * Windows that begin with it: a token decoder is conditioned on it, a dense one decodes the rest.
     *
     * @param codes [batch][codeSize]
     */
    List<Frames> continued(float[][] codes, Sampler sampler) {
        return network.decode(codes, new Sampler.After(representation.beginning(given, steps), sampler));
    }

    /** Windows with their beginnings replaced by the primer. */
    List<Frames> overlaid(List<Frames> windows) {
        return windows.stream()
                .map(window -> representation.spliced(window, given, step -> step < steps))
                .toList();
    }

    /** How well the beginning of a window agrees with the primer: F1 over the cells, 0 to 1. */
    double agreement(Frames window) {
        BitSet wanted = beginning(given);
        BitSet both = beginning(window);
        int either = wanted.cardinality() + both.cardinality();
        both.and(wanted);
        return either == 0 ? 1 : 2.0 * both.cardinality() / either;
    }

    private BitSet beginning(Frames some) {
        return representation.sounding(some).get(0, steps * representation.cellsPerStep());
    }

    /** The notes of a piece that begin at a step or later, at their own steps. */
    static QuantizedSequence notesFrom(int step, QuantizedSequence piece) {
        return piece.withParts(piece.parts().stream()
                .map(part -> new QuantizedPart(
                        part.name(),
                        part.instrument(),
                        part.notes().stream()
                                .filter(note -> note.startStep() >= step)
                                .toList()))
                .toList());
    }
}
