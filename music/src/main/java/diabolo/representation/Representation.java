package diabolo.representation;

import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A way to write a window of music as {@link Frames}, which a network reads, and to read them.
 *
 * <pre>{@code
 * Representation roll = PianoRoll.DEEPHEAR;
 * Frames frames = roll.encode(piece.slice(0, roll.steps()));
 * QuantizedSequence same = roll.decode(frames);
 * }</pre>
 *
 * <p>Laws: {@code decode(encode(x))} equals {@code x} for all it can hold, and {@code encode(decode(f))} equals {@code f} for
 * all frames that {@code encode} can give. What takes frames refuses those of another representation. Implementations are
 * immutable.
 */
public sealed interface Representation permits PianoRoll, TokenRepresentation {

    /** The name used on the command line and in files: {@code "piano-roll"}, {@code "melody"}, {@code "drums"} or {@code "trio"}. */
    String name();

    RhythmGrid grid();

    /** The length of a window in steps of the grid. */
    int steps();

    /** What is written side by side at each step. */
    List<Line> lines();

    /** How many cells a step has, of which some sound; of tokens each is a cell, one of a line at a step. */
    default int cellsPerStep() {
        return lines().stream().mapToInt(Line::alphabet).sum();
    }

    /** How many cells a window has: {@code steps * cellsPerStep}. */
    default int cells() {
        return steps() * cellsPerStep();
    }

    /** Whether it holds tones, and so can be in a key; else it holds drums alone. */
    default boolean hasTones() {
        return lines().stream().anyMatch(Line::isPitched);
    }

    /** The lowest of the tones that it can hold, as MIDI counts. */
    int lowestPitch();

    /** The highest of them. */
    int highestPitch();

    /**
     * The beginning of a piece as frames.
     *
     * @throws IllegalArgumentException if the piece lies on another grid
     */
    default Frames encode(QuantizedSequence sequence) {
        return encodeReporting(sequence).frames();
    }

    /**
     * As {@link #encode}, with an account of what was lost.
     *
     * @throws IllegalArgumentException if the piece lies on another grid
     */
    Encoded encodeReporting(QuantizedSequence sequence);

    /** The music that frames tell. */
    QuantizedSequence decode(Frames frames);

    /**
     * The music of windows one after the other.
     *
     * @param windows one or more
     */
    QuantizedSequence join(List<? extends Frames> windows);

    /**
     * The same frames, if they are of this representation.
     *
     * @throws IllegalArgumentException if they are of another kind or size, or tokens that there are not
     */
    Frames require(Frames frames);

    /** Every tone so many semitones higher, lower where negative; drums stay. Empty if one would leave the pitches there are. */
    Optional<Frames> transpose(Frames frames, int semitones);

    /** Given notes laid over a window: they sound as given, and the rest stays as it was. */
    Frames overlay(Frames given, Frames window);

    /** The first steps of a window, which are no window any more. */
    Frames beginning(Frames window, int steps);

    /** The cells that sound; of tokens those that are said. */
    BitSet sounding(Frames frames);

    /** The frames of which {@link #sounding} gives these cells; of a line of tokens without any at a step, the first token. */
    Frames ofSounding(BitSet cells);

    /** Whether no note sounds. */
    boolean isSilent(Frames frames);

    /** A window without a note. */
    default Frames silence() {
        return ofSounding(new BitSet());
    }

    /**
     * A window of which some steps are another's.
     *
     * @param fromOther which
     */
    default Frames spliced(Frames window, Frames other, IntPredicate fromOther) {
        BitSet spliced = sounding(window);
        BitSet others = sounding(other);
        int width = cellsPerStep();
        for (int step = 0; step < steps(); step++) {
            if (fromOther.test(step)) {
                int end = (step + 1) * width;
                spliced.clear(step * width, end);
                for (int cell = others.nextSetBit(step * width);
                        cell >= 0 && cell < end;
                        cell = others.nextSetBit(cell + 1)) {
                    spliced.set(cell);
                }
            }
        }
        return ofSounding(spliced);
    }

    /** In how many steps two windows differ. */
    default int differingSteps(Frames one, Frames other) {
        BitSet differing = sounding(one);
        differing.xor(sounding(other));
        return (int)
                differing.stream().map(cell -> cell / cellsPerStep()).distinct().count();
    }
}
