package diabolo.grid;

import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The grid on which quantized music lies: so many steps in a quarter note.
 *
 * <pre>{@code
 * QuantizedSequence piece = RhythmGrid.SIXTEENTHS.quantize(sequence);
 * int dropped = RhythmGrid.SIXTEENTHS.quantize(sequence, OffGrid.DROP).droppedNotes();
 * }</pre>
 *
 * <p>From free time to steps. Immutable.
 *
 * @param stepsPerBeat steps in a quarter note, 1 to 96
 */
public record RhythmGrid(int stepsPerBeat) {

    /** Four steps in a quarter note, as DeepHear and MusicVAE have it. */
    public static final RhythmGrid SIXTEENTHS = new RhythmGrid(4);

    /**
     * The longest piece that is quantized, in steps: seven hours of sixteenths at 120 quarter notes a minute. A hostile
     * tick count ends here rather than in a loop over its steps.
     */
    public static final int MAX_STEPS = 200_000;

    public RhythmGrid {
        Checks.requireBetween("stepsPerBeat", stepsPerBeat, 1, 96);
    }

    /** The position or length of so many steps in quarter notes. */
    public Beat beatOf(int steps) {
        return Beat.of(steps, stepsPerBeat);
    }

    /**
     * Moves every note to its nearest step ({@link OffGrid#SNAP}); no note is lost.
     *
     * @throws UnquantizableException if the piece is longer than {@link #MAX_STEPS}
     */
    public QuantizedSequence quantize(NoteSequence sequence) {
        return quantize(sequence, OffGrid.SNAP).sequence();
    }

    /**
     * Brings a piece on the grid and counts the notes that this costs.
     *
     * @throws UnquantizableException if the piece is longer than {@link #MAX_STEPS}
     */
    public Quantization quantize(NoteSequence sequence, OffGrid offGrid) {
        int dropped = 0;
        int length = 0;
        List<QuantizedPart> parts = new ArrayList<>();
        for (Part part : sequence.parts()) {
            List<QuantizedNote> notes = new ArrayList<>();
            for (Note note : part.notes()) {
                Optional<QuantizedNote> quantized = quantize(note, offGrid);
                quantized.ifPresent(notes::add);
                dropped += quantized.isPresent() ? 0 : 1;
                length = Math.max(length, quantized.map(QuantizedNote::endStep).orElse(0));
            }
            parts.add(new QuantizedPart(part.name(), part.instrument(), notes));
        }
        QuantizedSequence quantized = new QuantizedSequence(
                sequence.title(),
                this,
                length,
                parts,
                sequence.tempos(),
                sequence.meters(),
                sequence.keys(),
                sequence.chords());
        return new Quantization(quantized, dropped);
    }

    private Optional<QuantizedNote> quantize(Note note, OffGrid offGrid) {
        requireShort(note.start());
        requireShort(note.duration());
        try {
            requireShort(note.end());
            return switch (offGrid) {
                case SNAP -> Optional.of(snap(note));
                case DROP -> note.start().isOnGrid(stepsPerBeat) ? Optional.of(roundUp(note)) : Optional.empty();
            };
        } catch (ArithmeticException tooFine) {
            throw new UnquantizableException(
                    "A note begins at beat %s and lasts %s beats, fractions too fine to compute with; save the piece with fewer ticks or divisions a quarter note."
                            .formatted(note.start(), note.duration()));
        }
    }

    private QuantizedNote snap(Note note) {
        int start = (int) note.start().toTicks(stepsPerBeat);
        int end = (int) note.end().toTicks(stepsPerBeat);
        return new QuantizedNote(note.pitch(), note.velocity(), start, Math.max(1, end - start));
    }

    private QuantizedNote roundUp(Note note) {
        Beat steps = note.duration().times(stepsPerBeat);
        int length = (int) Math.ceilDiv(steps.numerator(), steps.denominator());
        return new QuantizedNote(
                note.pitch(), note.velocity(), (int) note.start().toTicks(stepsPerBeat), length);
    }

    /** One step is kept in hand, since rounding may lengthen. */
    private void requireShort(Beat position) {
        if (position.compareTo(beatOf(MAX_STEPS - 1)) > 0) {
            throw new UnquantizableException(
                    "The piece reaches beat %.0f, but at %d steps a beat %d beats is the most; cut it into shorter pieces."
                            .formatted(position.toDouble(), stepsPerBeat, MAX_STEPS / stepsPerBeat));
        }
    }
}
