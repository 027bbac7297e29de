package diabolo.representation;

import static java.util.Objects.requireNonNull;

/**
 * An encoded window and what the representation could not hold of it.
 *
 * <pre>{@code
 * Encoded encoded = PianoRoll.DEEPHEAR.encodeReporting(piece);
 * if (!encoded.loss().isNone()) { ... encoded.loss().outOfRangeNotes() ... }
 * }</pre>
 *
 * <p>The frames belong to the caller that asked for them.
 */
public record Encoded(Frames frames, Loss loss) {

    public Encoded {
        requireNonNull(frames, "frames");
        requireNonNull(loss, "loss");
    }

    /**
     * Notes that decoding will not give back as they were.
     *
     * @param outOfRangeNotes too low or too high, left out
     * @param otherPartNotes of parts that the representation has no cells for, left out: drums in a melody, tones in a drum pattern
     * @param mergedNotes told by the same cells as another: in a piano roll struck while, or right after, the same pitch sounds, in
     *     drums two of a class at one step
     * @param lateNotes wholly or partly after the window's last step, left out or shortened
     * @param hiddenNotes left out, shortened or begun late because a higher note of the line sounds ({@link MelodicLine})
     */
    public record Loss(int outOfRangeNotes, int otherPartNotes, int mergedNotes, int lateNotes, int hiddenNotes) {

        public static final Loss NONE = new Loss(0, 0, 0, 0, 0);

        /** The loss of two lines, or windows, together. */
        public Loss plus(Loss other) {
            return new Loss(
                    outOfRangeNotes + other.outOfRangeNotes,
                    otherPartNotes + other.otherPartNotes,
                    mergedNotes + other.mergedNotes,
                    lateNotes + other.lateNotes,
                    hiddenNotes + other.hiddenNotes);
        }

        public boolean isNone() {
            return equals(NONE);
        }
    }
}
