package diabolo.representation;

import diabolo.note.Checks;
import java.util.Arrays;

/**
 * A window as cells: zeros and ones, or in between what a network holds likely.
 *
 * <pre>{@code
 * Cells cells = PianoRoll.DEEPHEAR.encode(piece);
 * boolean middleC = cells.values()[PianoRoll.DEEPHEAR.index(0, Pitch.of(60))] == 1;
 * }</pre>
 *
 * <p>The array is not copied, for it is large: whoever hands it over leaves it alone, and so does who is given it.
 *
 * @param values [steps * cellsPerStep], the steps one after the other; how wide a step is the {@link Representation} says, since a
 *     network only knows how many cells there are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its content, below
public record Cells(float[] values) implements Frames {

    /** Above it a cell sounds. */
    public static final float SOUNDING = 0.5f;

    /** Whether a cell sounds; one that is not a number does not. */
    public boolean sounds(int cell) {
        return values[cell] > SOUNDING;
    }

    /**
     * These cells with others in place of the first.
     *
     * @throws IllegalArgumentException if those are more than these
     */
    public Cells beginningWith(Cells beginning) {
        Checks.requireBetween("the number of cells given", beginning.values.length, 0, values.length);
        float[] joined = values.clone();
        System.arraycopy(beginning.values, 0, joined, 0, beginning.values.length);
        return new Cells(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells(float[] others) && Arrays.equals(values, others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        int sounding = 0;
        for (int cell = 0; cell < values.length; cell++) {
            sounding += sounds(cell) ? 1 : 0;
        }
        return "%d cells, of which %d sound".formatted(values.length, sounding);
    }
}
