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
 * What a decoding must be for a melody to be heard in it: its cells active; all above it, and two semitones on either side,
 * silent; the rest as it likes. Steps without melody are free (Sun 2015, "melody blocker").
 *
 * <pre>{@code
 * List<MelodyMask> masks = MelodyMask.ofWindows(space.roll(), melody, everActive);
 * int heard = masks.getFirst().melodyCellsIn(sounding);
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

    /** The melody's cells, and of the blocked ones those that need watching. */
    private final int[] cells;

    private MelodyMask(BitSet melody, BitSet blocked, BitSet everActive) {
        this.melody = melody;
        this.blocked = blocked;
        BitSet watched = (BitSet) blocked.clone();
        watched.and(everActive);
        watched.or(melody);
        this.cells = watched.stream().toArray();
    }

    /**
     * The masks of a melody, one for each window that it fills; some may be silent.
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
                    "the melody has the note %s, but the model knows MIDI pitches %d to %d; transpose it into that range"
                            .formatted(
                                    note.pitch().name(), roll.lowestPitch(), roll.lowestPitch() + roll.pitches() - 1));
        });
    }

    /**
     * The mask of the first window of a melody.
     *
     * @param everActive the cells that the model may make sound; the others are silent without being watched
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

    /** The cells that are to be something. */
    public int[] cells() {
        return cells;
    }

    /** What each of {@link #cells} is to be: 1 for the melody's, 0 for the blocked. */
    public float[] wanted() {
        float[] wanted = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            wanted[i] = melody.get(cells[i]) ? 1 : 0;
        }
        return wanted;
    }

    /** The cells in which the melody sounds. */
    public BitSet melody() {
        return (BitSet) melody.clone();
    }

    /** The cells that would cover it. */
    public BitSet blocked() {
        return (BitSet) blocked.clone();
    }

    /** How many of the melody's cells are among those that sound. */
    public int melodyCellsIn(BitSet sounding) {
        return (int) melody.stream().filter(sounding::get).count();
    }

    /** How many of the cells sound that must not. */
    public int coveringCellsIn(BitSet sounding) {
        return (int) blocked.stream().filter(sounding::get).count();
    }

    /** Cells that sound, without the melody and what is blocked. */
    public BitSet outside(BitSet sounding) {
        BitSet outside = (BitSet) sounding.clone();
        outside.andNot(melody);
        outside.andNot(blocked);
        return outside;
    }
}
