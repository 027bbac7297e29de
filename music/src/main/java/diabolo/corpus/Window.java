package diabolo.corpus;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.BitSet;

/**
 * One example: a window of a piece in a representation.
 *
 * <pre>{@code
 * Window window = corpus.windows().getFirst();
 * Frames frames = window.frames(); // what a network reads
 * }</pre>
 *
 * <p>Equal when piece, position and frames are. Immutable.
 */
public final class Window {

    private final String piece;
    private final int firstStep;
    private final Representation representation;
    private final WindowContent content;

    Window(String piece, int firstStep, Representation representation, WindowContent content) {
        Checks.require(firstStep >= 0, "firstStep must not be negative, was " + firstStep);
        this.piece = requireNonNull(piece, "piece");
        this.firstStep = firstStep;
        this.representation = requireNonNull(representation, "representation");
        this.content = requireNonNull(content, "content");
    }

    /**
     * A window of given frames.
     *
     * @param firstStep where it begins in the piece, 0 or more
     * @throws IllegalArgumentException if they are not of the representation, or a cell is neither zero nor one
     */
    public static Window of(String piece, int firstStep, Representation representation, Frames frames) {
        return new Window(piece, firstStep, representation, WindowContent.of(representation, frames));
    }

    /** The name of the piece that it was cut from. */
    public String piece() {
        return piece;
    }

    /** Where it begins in the piece. */
    public int firstStep() {
        return firstStep;
    }

    public Representation representation() {
        return representation;
    }

    /** Its frames; cells are zeros and ones, and a new array each time. */
    public Frames frames() {
        return switch (content) {
            case WindowContent.Bits bits -> representation.ofSounding(bits.active());
            case WindowContent.Said said -> said.tokens();
        };
    }

    public int activeCells() {
        return active().cardinality();
    }

    /** Whether it has no note. */
    public boolean isSilent() {
        return switch (content) {
            case WindowContent.Bits bits -> bits.active().isEmpty();
            case WindowContent.Said said -> representation.isSilent(said.tokens());
        };
    }

    /** Whether the frames are the same, whatever the piece and position. */
    public boolean hasFramesOf(Window other) {
        return representation.equals(other.representation) && content.equals(other.content);
    }

    /** The cells that sound, not to be changed. */
    BitSet active() {
        return switch (content) {
            case WindowContent.Bits bits -> bits.active();
            case WindowContent.Said said -> representation.sounding(said.tokens());
        };
    }

    WindowContent content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Window window
                && piece.equals(window.piece)
                && firstStep == window.firstStep
                && hasFramesOf(window);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * piece.hashCode() + firstStep) + content.hashCode();
    }

    @Override
    public String toString() {
        return "%s, step %d: %d of %d cells active".formatted(piece, firstStep, activeCells(), representation.cells());
    }
}
