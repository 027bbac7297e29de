package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import java.util.Arrays;
import java.util.BitSet;

/**
 * One example: a window of a piece in a representation. Its zeros and ones are kept as bits; {@link #cells} unpacks them.
 *
 * <pre>{@code
 * Window window = corpus.windows().getFirst();
 * float[] cells = window.cells();        // [steps][cellsPerStep]
 * window.copyTo(batch, 3 * cells.length); // the fourth example of a batch
 * }</pre>
 *
 * <p>Equal when piece, position and cells are. Immutable.
 */
public final class Window {

    private final String piece;
    private final int firstStep;
    private final int length;
    private final BitSet active;

    Window(String piece, int firstStep, int length, BitSet active) {
        this.piece = requireNonNull(piece, "piece");
        this.firstStep = firstStep;
        this.length = length;
        this.active = active;
    }

    /**
     * A window of given cells.
     *
     * @param firstStep where it begins in the piece, 0 or more
     * @param cells zeros and ones
     * @throws IllegalArgumentException if a cell is neither zero nor one
     */
    public static Window of(String piece, int firstStep, float[] cells) {
        Checks.require(firstStep >= 0, "firstStep must not be negative, was " + firstStep);
        BitSet active = new BitSet(cells.length);
        for (int i = 0; i < cells.length; i++) {
            Checks.require(cells[i] == 0 || cells[i] == 1, "cells must be 0 or 1, cell " + i + " was " + cells[i]);
            active.set(i, cells[i] == 1);
        }
        return new Window(piece, firstStep, cells.length, active);
    }

    /** The name of the piece that it was cut from. */
    public String piece() {
        return piece;
    }

    /** Where it begins in the piece. */
    public int firstStep() {
        return firstStep;
    }

    /** How many cells it has, active or not. */
    public int length() {
        return length;
    }

    /** A new array of zeros and ones. */
    public float[] cells() {
        float[] cells = new float[length];
        copyTo(cells, 0);
        return cells;
    }

    /** Writes the zeros and ones into a larger array. */
    public void copyTo(float[] target, int offset) {
        Arrays.fill(target, offset, offset + length, 0);
        active.stream().forEach(cell -> target[offset + cell] = 1);
    }

    public int activeCells() {
        return active.cardinality();
    }

    public boolean isSilent() {
        return active.isEmpty();
    }

    /** How many cells are active in both. */
    public int commonActiveCells(Window other) {
        BitSet common = (BitSet) active.clone();
        common.and(other.active);
        return common.cardinality();
    }

    /** Whether the cells are the same, whatever the piece and position. */
    public boolean hasCellsOf(Window other) {
        return length == other.length && active.equals(other.active);
    }

    /** The active cells as bits, not to be changed. */
    BitSet active() {
        return active;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Window window
                && piece.equals(window.piece)
                && firstStep == window.firstStep
                && hasCellsOf(window);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * piece.hashCode() + firstStep) + active.hashCode();
    }

    @Override
    public String toString() {
        return "%s, step %d: %d of %d cells active".formatted(piece, firstStep, activeCells(), length);
    }
}
