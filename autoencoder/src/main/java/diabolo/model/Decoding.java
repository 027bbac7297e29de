package diabolo.model;

import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;

/** The output of a decoder. */
public enum Decoding {
    /** Probabilities of all cells of a window at once. */
    CELLS,
    /** Tokens, autoregressively: each is conditioned on those before. */
    TOKENS;

    /** The output that a representation needs. */
    static Decoding of(Representation representation) {
        return switch (representation) {
            case PianoRoll _ -> CELLS;
            case TokenRepresentation _ -> TOKENS;
        };
    }
}
