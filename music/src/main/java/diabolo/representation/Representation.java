package diabolo.representation;

import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;

/**
 * A way to write a window of music as numbers: frames along time, each of the same width, all cells 0 or 1.
 *
 * <pre>{@code
 * Representation roll = PianoRoll.DEEPHEAR;
 * float[] cells = roll.encode(piece.slice(0, roll.steps())); // [steps][cellsPerStep], one row after the other
 * QuantizedSequence same = roll.decode(cells);
 * }</pre>
 *
 * <p>Laws: {@code decode(encode(x))} equals {@code x} for all it can hold, and {@code encode(decode(c))} equals {@code c} for
 * every array of zeros and ones that {@code encode} can give. Implementations are immutable.
 */
public sealed interface Representation permits PianoRoll, TokenRepresentation {

    /** The name used on the command line and in files: {@code "piano-roll"}, {@code "melody"}, {@code "drums"} or {@code "trio"}. */
    String name();

    RhythmGrid grid();

    /** The length of a window in steps of the grid. */
    int steps();

    /** The width of a frame. */
    int cellsPerStep();

    /** The length of the array: {@code steps * cellsPerStep}. */
    default int cells() {
        return steps() * cellsPerStep();
    }

    /**
     * The beginning of a piece as numbers.
     *
     * @return zeros and ones, {@code [steps][cellsPerStep]} in one row after the other
     * @throws IllegalArgumentException if the piece lies on another grid
     */
    default float[] encode(QuantizedSequence sequence) {
        return encodeReporting(sequence).cells();
    }

    /**
     * As {@link #encode}, with an account of what was lost.
     *
     * @throws IllegalArgumentException if the piece lies on another grid
     */
    Encoded encodeReporting(QuantizedSequence sequence);

    /**
     * The music that an array tells.
     *
     * @param cells {@code [steps][cellsPerStep]}, zeros and ones or what a network gives in between
     * @throws IllegalArgumentException if the array has another length
     */
    QuantizedSequence decode(float[] cells);
}
