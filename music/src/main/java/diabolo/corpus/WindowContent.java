package diabolo.corpus;

import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.representation.Tokens;
import java.util.BitSet;

/** The frames of a window, as small as they can be kept; equal when these are. */
sealed interface WindowContent {

    /**
     * A bit a cell, where a float would take 32.
     *
     * @param active not to be changed
     */
    record Bits(BitSet active) implements WindowContent {}

    record Said(Tokens tokens) implements WindowContent {}

    /**
     * Packs frames.
     *
     * @throws IllegalArgumentException if they are not of the representation, or a cell is neither zero nor one
     */
    static WindowContent of(Representation representation, Frames frames) {
        return switch (representation.require(frames)) {
            case Cells cells -> {
                for (float cell : cells.values()) {
                    if (cell != 0 && cell != 1) {
                        throw new IllegalArgumentException("cells must be 0 or 1, one was " + cell);
                    }
                }
                yield new Bits(representation.sounding(cells));
            }
            case Tokens tokens -> new Said(tokens);
        };
    }
}
