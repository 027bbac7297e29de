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
 * <p>The array is not copied: it belongs to the caller that asked for it.
 */
public final class Encoded {

    private final float[] cells;
    private final Loss loss;

    Encoded(float[] cells, Loss loss) {
        this.cells = cells;
        this.loss = requireNonNull(loss, "loss");
    }

    /** Zeros and ones, {@code [steps][cellsPerStep]}. */
    public float[] cells() {
        return cells;
    }

    public Loss loss() {
        return loss;
    }

    /**
     * Notes that decoding will not give back as they were.
     *
     * @param outOfRangeNotes too low or too high, left out
     * @param drumNotes of drum parts, left out
     * @param mergedNotes struck while, or right after, the same pitch sounds: heard as one longer note
     * @param lateNotes wholly or partly after the window's last step, left out or shortened
     */
    public record Loss(int outOfRangeNotes, int drumNotes, int mergedNotes, int lateNotes) {

        public static final Loss NONE = new Loss(0, 0, 0, 0);

        public boolean isNone() {
            return equals(NONE);
        }
    }
}
