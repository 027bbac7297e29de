package diabolo.note;

import static java.util.Objects.requireNonNull;

/**
 * A tone that a chord symbol adds to its kind, alters in it or takes from it.
 *
 * <pre>{@code
 * new ChordDegree(9, -1, ChordDegree.Change.ADD);   // the b9 of C7b9
 * new ChordDegree(5, -1, ChordDegree.Change.ALTER); // the b5 of C7b5
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param value the degree above the root: 5 for the fifth, 9 for the ninth; 1 to 13
 * @param alteration semitones; -2 to 2. Of a tone added, counted from the major or perfect interval above the root (the minor one
 *     for a seventh); of a tone altered, from what the kind has there
 */
public record ChordDegree(int value, int alteration, Change change) {

    /** What happens to the tone. */
    public enum Change {
        ADD,
        ALTER,
        SUBTRACT
    }

    /** Semitones of the degrees of the major scale; the seventh is minor, as chord symbols have it. */
    private static final int[] SEMITONES = {0, 2, 4, 5, 7, 9, 10};

    public ChordDegree {
        Checks.requireBetween("degree", value, 1, 13);
        Checks.requireBetween("alteration", alteration, -2, 2);
        requireNonNull(change, "change");
    }

    /** How it is written after a chord: {@code "b9"}, {@code "add9"}, {@code "no3"}. */
    public String text() {
        String accidental = (alteration < 0 ? "b" : "#").repeat(Math.abs(alteration));
        return switch (change) {
            case ADD -> alteration == 0 ? "add" + value : accidental + value;
            case ALTER -> accidental + value;
            case SUBTRACT -> "no" + value;
        };
    }

    /** Semitones above the root where the kind says nothing of the degree; may exceed an octave. */
    int semitonesAdded() {
        return SEMITONES[(value - 1) % 7] + 12 * ((value - 1) / 7) + alteration;
    }
}
