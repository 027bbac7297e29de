package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedSequence;
import diabolo.note.NoteSequence;
import diabolo.representation.PianoRoll;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The target of a decoding under a melody: the melody's cells sound; all cells above it and within two semitones are blocked; the
 * others, and steps without melody, are free (Sun 2015, "melody blocker").
 *
 * <pre>{@code
 * List<MelodyMask> masks = MelodyMask.ofWindows(space.roll(), melody, everActive);
 * int sounding = masks.getFirst().melodyCellsIn(cells);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class MelodyMask {

    private static final int NEAR_SEMITONES = 2;

    /** Where there is no melody. */
    public static final MelodyMask NONE = new MelodyMask(new BitSet(), new BitSet(), new BitSet());

    private final BitSet melody;
    private final BitSet blocked;

    /** The melody's cells, and those blocked ones that can become active. */
    private final int[] cells;

    private MelodyMask(BitSet melody, BitSet blocked, BitSet everActive) {
        this.melody = melody;
        this.blocked = blocked;
        BitSet targets = (BitSet) blocked.clone();
        targets.and(everActive);
        targets.or(melody);
        this.cells = targets.stream().toArray();
    }

    /**
     * The masks of a melody, one for each window; some may be silent.
     *
     * @throws IllegalArgumentException if it has no notes, or some that the roll has no cells for
     */
    public static List<MelodyMask> ofWindows(PianoRoll roll, NoteSequence line, BitSet everActive) {
        QuantizedSequence quantized = roll.grid().quantize(line);
        require(
                quantized.lengthInSteps() > 0,
                "\"%s\" has no notes to harmonize; choose a piece with a melody".formatted(line.title()));
        requireKnownPitches(roll, line);
        return IntStream.range(0, Math.ceilDiv(quantized.lengthInSteps(), roll.steps()))
                .mapToObj(window -> of(roll, quantized.slice(window * roll.steps(), roll.steps()), everActive))
                .toList();
    }

    private static void requireKnownPitches(PianoRoll roll, NoteSequence line) {
        line.allNotes().filter(note -> !roll.contains(note.pitch())).findFirst().ifPresent(note -> {
            throw new IllegalArgumentException(
                    "the melody has the note %s, but the model's range is MIDI pitch %d to %d; transpose it into that"
                            .formatted(note.pitch().name(), roll.lowestPitch(), roll.highestPitch()));
        });
    }

    /**
     * The mask of the first window of a melody.
     *
     * @param everActive the cells that the model can make sound; the others need no target
     */
    public static MelodyMask of(PianoRoll roll, QuantizedSequence line, BitSet everActive) {
        BitSet melody = new BitSet(roll.cells());
        BitSet blocked = new BitSet(roll.cells());
        line.allNotes().forEach(note -> {
            int last = Math.min(note.endStep(), roll.steps());
            for (int step = note.startStep(); step < last; step++) {
                melody.set(step * roll.pitches() + row(roll, note));
                int lowest = Math.max(0, row(roll, note) - NEAR_SEMITONES);
                blocked.set(step * roll.pitches() + lowest, (step + 1) * roll.pitches());
            }
        });
        blocked.andNot(melody);
        return new MelodyMask(melody, blocked, everActive);
    }

    private static int row(PianoRoll roll, QuantizedNote note) {
        return note.pitch().midi() - roll.lowestPitch();
    }

    public boolean isSilent() {
        return melody.isEmpty();
    }

    public int melodyCells() {
        return melody.cardinality();
    }

    /** The cells with a target. */
    public int[] cells() {
        return cells;
    }

    /** The target of each of {@link #cells}: 1 for the melody's, 0 for blocked ones. */
    public float[] targets() {
        float[] targets = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            targets[i] = melody.get(cells[i]) ? 1 : 0;
        }
        return targets;
    }

    /** The cells in which the melody sounds. */
    public BitSet melody() {
        return (BitSet) melody.clone();
    }

    /** The cells that would cover it. */
    public BitSet blocked() {
        return (BitSet) blocked.clone();
    }

    /** How many of the melody's cells sound. */
    public int melodyCellsIn(BitSet sounding) {
        return (int) melody.stream().filter(sounding::get).count();
    }

    /** How many blocked cells sound. */
    public int coveringCellsIn(BitSet sounding) {
        return (int) blocked.stream().filter(sounding::get).count();
    }

    /** The sounding cells that are neither the melody's nor blocked. */
    public BitSet outside(BitSet sounding) {
        BitSet outside = (BitSet) sounding.clone();
        outside.andNot(melody);
        outside.andNot(blocked);
        return outside;
    }
}
