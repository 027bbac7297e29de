package diabolo.musicxml;

import diabolo.note.Beat;
import java.util.List;
import java.util.Optional;

/**
 * The note value that is drawn, such as a dotted quarter of a triplet: it settles a length that {@code <duration>} leaves open.
 *
 * @param type such as {@code quarter}; empty where none is given
 * @param actual notes in the time of so many normal ones; 1 where there is no tuplet
 */
record NoteType(String type, int dots, int actual, int normal) {

    static final NoteType NONE = new NoteType("", 0, 1, 1);

    private static final List<String> TYPES = List.of(
            "maxima", "long", "breve", "whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th",
            "512th", "1024th");
    private static final int QUARTER = TYPES.indexOf("quarter");
    private static final int MOST_DOTS = 4;
    private static final int MOST_IN_TUPLET = 999;

    /** In quarter notes; empty where no value is drawn, or one that makes no sense. */
    Optional<Beat> length() {
        int index = TYPES.indexOf(type);
        if (index < 0 || dots > MOST_DOTS || !isSoundTuplet()) {
            return Optional.empty();
        }
        Beat plain = index <= QUARTER ? Beat.of(1L << (QUARTER - index)) : Beat.of(1, 1L << (index - QUARTER));
        // n dots make (2^(n+1) - 1) / 2^n of the undotted value
        return Optional.of(plain.times((2L << dots) - 1)
                .dividedBy(1L << dots)
                .times(normal)
                .dividedBy(actual));
    }

    /** Whether the numbers of its tuplet, if it is in one, make sense. */
    boolean isSoundTuplet() {
        return actual >= 1 && normal >= 1 && Math.max(actual, normal) <= MOST_IN_TUPLET;
    }

    boolean isInTuplet() {
        return actual != normal;
    }

    /** How many flags or beams its stem has. */
    int flags() {
        return Math.max(0, TYPES.indexOf(type) - QUARTER);
    }

    NoteType withDot() {
        return new NoteType(type, dots + 1, actual, normal);
    }

    NoteType withType(String other) {
        return new NoteType(other, dots, actual, normal);
    }

    NoteType inTuplet(int otherActual, int otherNormal) {
        return new NoteType(type, dots, otherActual, otherNormal);
    }
}
