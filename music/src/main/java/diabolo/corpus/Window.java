package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import diabolo.representation.TokenRepresentation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * One example: a window of a piece in a representation. It is kept as bits or as tokens; {@link #cells} unpacks it.
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
    private final WindowContent content;

    Window(String piece, int firstStep, WindowContent content) {
        Checks.require(firstStep >= 0, "firstStep must not be negative, was " + firstStep);
        this.piece = requireNonNull(piece, "piece");
        this.firstStep = firstStep;
        this.content = requireNonNull(content, "content");
    }

    /**
     * A window of given tokens.
     *
     * @param firstStep where it begins in the piece, 0 or more
     * @param tokens {@code [lines][steps]}, copied
     * @throws IllegalArgumentException if they are not of the representation
     */
    public static Window of(String piece, int firstStep, TokenRepresentation representation, int[][] tokens) {
        return new Window(piece, firstStep, TokenContent.of(representation, tokens));
    }

    /**
     * A window of given cells of a piano roll.
     *
     * @param firstStep where it begins in the piece, 0 or more
     * @param cells zeros and ones
     * @throws IllegalArgumentException if a cell is neither zero nor one
     */
    public static Window of(String piece, int firstStep, float[] cells) {
        BitSet active = new BitSet(cells.length);
        for (int i = 0; i < cells.length; i++) {
            Checks.require(cells[i] == 0 || cells[i] == 1, "cells must be 0 or 1, cell " + i + " was " + cells[i]);
            active.set(i, cells[i] == 1);
        }
        return new Window(piece, firstStep, new RollContent(cells.length, active));
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
        return content.length();
    }

    /** A new array of its tokens, {@code [lines][steps]}; empty for a piano roll, which has none. */
    public Optional<int[][]> tokens() {
        return switch (content) {
            case RollContent roll -> Optional.empty();
            case TokenContent tokens -> Optional.of(tokens.tokens());
        };
    }

    /** A new array of zeros and ones. */
    public float[] cells() {
        float[] cells = new float[length()];
        copyTo(cells, 0);
        return cells;
    }

    /** Writes the zeros and ones into a larger array. */
    public void copyTo(float[] target, int offset) {
        Arrays.fill(target, offset, offset + length(), 0);
        active().stream().forEach(cell -> target[offset + cell] = 1);
    }

    public int activeCells() {
        return content.activeCells();
    }

    /** Whether it has no note. */
    public boolean isSilent() {
        return content.isSilent();
    }

    /** Whether the cells are the same, whatever the piece and position. */
    public boolean hasCellsOf(Window other) {
        return content.equals(other.content);
    }

    /** The active cells as bits, not to be changed. */
    BitSet active() {
        return content.active();
    }

    WindowContent content() {
        return content;
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
        return 31 * (31 * piece.hashCode() + firstStep) + content.hashCode();
    }

    @Override
    public String toString() {
        return "%s, step %d: %d of %d cells active".formatted(piece, firstStep, activeCells(), length());
    }
}
