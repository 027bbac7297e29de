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
 * The beginning of a window, which is given.
 *
 * @param given silent after the beginning
 * @param steps of the beginning, fewer than the window's
 */
record Primer(Autoencoder network, Representation representation, Frames given, int steps) {

    /** A piece shorter than a window, as the beginning of one. */
    static Primer of(LatentSpace space, QuantizedSequence piece) {
        Frames window = space.representation()
                .encode(piece.slice(0, space.representation().steps()));
        return new Primer(space.network(), space.representation(), window, piece.lengthInSteps());
    }

    /**
     * Windows that begin with it: as a decoder of tokens writes on from it, or as a dense one decodes the rest.
     *
     * @param codes [batch][codeSize]
     */
    List<Frames> continued(float[][] codes, Sampler sampler) {
        return network.decode(codes, new Sampler.After(representation.beginning(given, steps), sampler));
    }

    /** Windows with this laid over their beginnings. */
    List<Frames> overlaid(List<Frames> windows) {
        return windows.stream()
                .map(window -> representation.spliced(window, given, step -> step < steps))
                .toList();
    }

    /** How well the beginning of a window agrees with this: F1 over the cells, 0 to 1. */
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

    /** What begins at a step of a piece or later, where it stands: before it is silence. */
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
