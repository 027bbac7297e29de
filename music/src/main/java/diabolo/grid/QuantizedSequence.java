package diabolo.grid;

import static java.util.Objects.requireNonNull;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.PieceLine;
import diabolo.note.Plural;
import diabolo.note.Tempo;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of music on a rhythm grid.
 *
 * <pre>{@code
 * QuantizedSequence piece = RhythmGrid.SIXTEENTHS.quantize(sequence);
 * piece.slice(16, 64);     // four bars of 4/4, from the second on
 * piece.toNoteSequence();  // back in free time
 * }</pre>
 *
 * <p>Between {@link NoteSequence} and the representations. Immutable.
 *
 * @param title as shown to people; may be empty
 * @param lengthInSteps at least where the last note ends
 * @param tempos as in {@link NoteSequence}, and so are meters, keys and chords
 */
public record QuantizedSequence(
        String title,
        RhythmGrid grid,
        int lengthInSteps,
        List<QuantizedPart> parts,
        List<At<Tempo>> tempos,
        List<At<Meter>> meters,
        List<At<Key>> keys,
        List<At<ChordSymbol>> chords) {

    public QuantizedSequence {
        requireNonNull(title, "title");
        requireNonNull(grid, "grid");
        parts = List.copyOf(parts);
        tempos = List.copyOf(tempos);
        meters = List.copyOf(meters);
        keys = List.copyOf(keys);
        chords = List.copyOf(chords);
        int end = lastEnd(parts);
        Checks.require(
                lengthInSteps >= end && lengthInSteps <= RhythmGrid.MAX_STEPS,
                "lengthInSteps must be between %d, where the last note ends, and %d, was %d"
                        .formatted(end, RhythmGrid.MAX_STEPS, lengthInSteps));
    }

    /** A piece without chord symbols. */
    public QuantizedSequence(
            String title,
            RhythmGrid grid,
            int lengthInSteps,
            List<QuantizedPart> parts,
            List<At<Tempo>> tempos,
            List<At<Meter>> meters,
            List<At<Key>> keys) {
        this(title, grid, lengthInSteps, parts, tempos, meters, keys, List.of());
    }

    /** A piece of which nothing but its notes is known. */
    public static QuantizedSequence of(RhythmGrid grid, int lengthInSteps, List<QuantizedPart> parts) {
        return new QuantizedSequence("", grid, lengthInSteps, parts, List.of(), List.of(), List.of());
    }

    /** Every note of every part. */
    public Stream<QuantizedNote> allNotes() {
        return parts.stream().flatMap(part -> part.notes().stream());
    }

    /** The piece in free time; quantizing it again gives the same notes. */
    public NoteSequence toNoteSequence() {
        return new NoteSequence(
                title, parts.stream().map(part -> part.toPart(grid)).toList(), tempos, meters, keys, chords);
    }

    /**
     * An excerpt; notes that sound across its edges are cut there (of several of one pitch in a part that sound on from
     * before, the longest is kept; drums that were struck before are left out), and beyond the end of the piece there is silence.
     *
     * @param firstStep 0 or more
     * @param steps at least 1
     */
    public QuantizedSequence slice(int firstStep, int steps) {
        Checks.requireBetween("firstStep", firstStep, 0, RhythmGrid.MAX_STEPS);
        Checks.requireBetween("steps", steps, 1, RhythmGrid.MAX_STEPS);
        Beat start = grid.beatOf(firstStep);
        return new QuantizedSequence(
                title,
                grid,
                steps,
                parts.stream()
                        .map(part -> part.clip(firstStep, firstStep + steps))
                        .toList(),
                Excerpt.from(start, grid.beatOf(steps), tempos),
                Excerpt.from(start, grid.beatOf(steps), meters),
                Excerpt.from(start, grid.beatOf(steps), keys),
                Excerpt.from(start, grid.beatOf(steps), chords));
    }

    /** The same after so many steps of silence; what holds at its beginning holds from there. */
    public QuantizedSequence afterRest(int steps) {
        Checks.requireBetween("steps", steps, 0, RhythmGrid.MAX_STEPS);
        Checks.require(
                steps <= RhythmGrid.MAX_STEPS - lengthInSteps,
                "\"%s\" has %d steps, and with %d of rests before it more than %d, the most that a piece can have; take fewer bars of it"
                        .formatted(title, lengthInSteps, steps, RhythmGrid.MAX_STEPS));
        Beat rest = grid.beatOf(steps);
        return new QuantizedSequence(
                title,
                grid,
                steps + lengthInSteps,
                parts.stream().map(part -> part.afterRest(steps)).toList(),
                Excerpt.after(rest, tempos),
                Excerpt.after(rest, meters),
                Excerpt.after(rest, keys),
                Excerpt.after(rest, chords));
    }

    public QuantizedSequence withTitle(String newTitle) {
        return new QuantizedSequence(newTitle, grid, lengthInSteps, parts, tempos, meters, keys, chords);
    }

    public QuantizedSequence withParts(List<QuantizedPart> newParts) {
        return new QuantizedSequence(title, grid, lengthInSteps, newParts, tempos, meters, keys, chords);
    }

    /** The same notes at one tempo throughout. */
    public QuantizedSequence withTempo(Tempo tempo) {
        return new QuantizedSequence(
                title, grid, lengthInSteps, parts, List.of(new At<>(Beat.ZERO, tempo)), meters, keys, chords);
    }

    /** One line: title, meter, key, parts, notes and length. The parts themselves print their notes. */
    @Override
    public String toString() {
        return PieceLine.of(title, meters, keys, parts.size(), allNotes().count())
                + ", %s, %d a beat".formatted(Plural.of(lengthInSteps, "step"), grid.stepsPerBeat());
    }

    private static int lastEnd(List<QuantizedPart> parts) {
        return parts.stream()
                .flatMap(part -> part.notes().stream())
                .mapToInt(QuantizedNote::endStep)
                .max()
                .orElse(0);
    }
}
