package diabolo.representation;

/**
 * Whether a held tone of a piano roll, where beginning and holding look the same, is struck anew now and then.
 *
 * <pre>{@code
 * PianoRoll.DEEPHEAR.decode(cells, 0.5, Restrike.EVERY_FOUR_STEPS);
 * }</pre>
 */
public enum Restrike {
    /** Consecutive active cells of a pitch become one note. */
    NEVER,
    /** A tone that still sounds at step 4, 8, 12, ... is struck again there, as DeepHear rendered its samples. */
    EVERY_FOUR_STEPS;

    boolean strikesAt(int step) {
        return switch (this) {
            case NEVER -> false;
            case EVERY_FOUR_STEPS -> step % 4 == 0;
        };
    }
}
