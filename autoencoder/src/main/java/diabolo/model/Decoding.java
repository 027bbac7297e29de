package diabolo.model;

import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;

/** What a decoder gives for a code. */
public enum Decoding {
    /** All cells of a window at once, each with how likely it is. */
    CELLS,
    /** Tokens one after the other, each chosen in sight of those before. */
    TOKENS;

    /** What a network has to give for a representation. */
    static Decoding of(Representation representation) {
        return switch (representation) {
            case PianoRoll _ -> CELLS;
            case TokenRepresentation _ -> TOKENS;
        };
    }
}
