package diabolo.note;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A piece of music in free time: parts with their notes, and the tempos, meters, keys and chord symbols that hold along the way.
 *
 * <pre>{@code
 * NoteSequence piece = MidiReader.read(Path.of("maple.mid"));
 * piece.allNotes().count();
 * piece.transpose(-3).withTempo(new Tempo(96));
 * }</pre>
 *
 * <p>What every reader gives and every writer takes; {@code RhythmGrid.quantize} brings it on a grid. Immutable.
 *
 * @param title as shown to people; may be empty
 * @param tempos in order of time; where none holds yet, {@link Tempo#DEFAULT}
 * @param meters in order of time; where none holds yet, 4/4
 * @param keys in order of time; may be empty, where nothing is known
 * @param chords the chord symbols of a lead sheet in order of time, each holding until the next; mostly empty
 */
public record NoteSequence(
        String title,
        List<Part> parts,
        List<At<Tempo>> tempos,
        List<At<Meter>> meters,
        List<At<Key>> keys,
        List<At<ChordSymbol>> chords) {

    public NoteSequence {
        requireNonNull(title, "title");
        parts = List.copyOf(parts);
        tempos = inTime(tempos);
        meters = inTime(meters);
        keys = inTime(keys);
        chords = inTime(chords);
    }

    /** A piece without chord symbols. */
    public NoteSequence(
            String title, List<Part> parts, List<At<Tempo>> tempos, List<At<Meter>> meters, List<At<Key>> keys) {
        this(title, parts, tempos, meters, keys, List.of());
    }

    /** A piece of one tempo and one meter. */
    public static NoteSequence of(String title, Tempo tempo, Meter meter, List<Part> parts) {
        return new NoteSequence(
                title, parts, List.of(new At<>(Beat.ZERO, tempo)), List.of(new At<>(Beat.ZERO, meter)), List.of());
    }

    public Stream<Note> allNotes() {
        return parts.stream().flatMap(part -> part.notes().stream());
    }

    /** Where the last note ends; zero for a piece without notes. */
    public Beat length() {
        return allNotes().map(Note::end).max(Comparator.naturalOrder()).orElse(Beat.ZERO);
    }

    /** The meter that holds at a position. */
    public Meter meterAt(Beat position) {
        return holdingAt(meters, position, Meter.FOUR_FOUR);
    }

    /** The tempo that holds at a position. */
    public Tempo tempoAt(Beat position) {
        return holdingAt(tempos, position, Tempo.DEFAULT);
    }

    /** The chord symbol that holds at a position; empty before the first, and where there is no chord. */
    public Optional<ChordSymbol> chordAt(Beat position) {
        ChordSymbol holding = holdingAt(chords, position, ChordSymbol.NO_CHORD);
        return holding.kind() == ChordKind.NONE ? Optional.empty() : Optional.of(holding);
    }

    /** Seconds from the beginning to a position, through every change of tempo before it. */
    public double secondsAt(Beat position) {
        double seconds = 0;
        Beat from = Beat.ZERO;
        Tempo tempo = Tempo.DEFAULT;
        for (At<Tempo> change : tempos) {
            if (change.start().compareTo(position) >= 0) {
                break;
            }
            seconds += change.start().minus(from).toDouble() * tempo.secondsPerBeat();
            from = change.start();
            tempo = change.value();
        }
        return seconds + position.minus(from).toDouble() * tempo.secondsPerBeat();
    }

    public double durationSeconds() {
        return secondsAt(length());
    }

    public NoteSequence withTitle(String newTitle) {
        return new NoteSequence(newTitle, parts, tempos, meters, keys, chords);
    }

    public NoteSequence withParts(List<Part> newParts) {
        return new NoteSequence(title, newParts, tempos, meters, keys, chords);
    }

    /** The same notes at one tempo throughout. */
    public NoteSequence withTempo(Tempo tempo) {
        return new NoteSequence(title, parts, List.of(new At<>(Beat.ZERO, tempo)), meters, keys, chords);
    }

    /** The same notes under other bar lines. */
    public NoteSequence withMeters(List<At<Meter>> newMeters) {
        return new NoteSequence(title, parts, tempos, newMeters, keys, chords);
    }

    /** The same notes under other chord symbols. */
    public NoteSequence withChords(List<At<ChordSymbol>> newChords) {
        return new NoteSequence(title, parts, tempos, meters, keys, newChords);
    }

    /**
     * Every part but the drums, and every chord symbol, so many semitones higher. The keys are left out, since they would no longer be true.
     *
     * @throws IllegalArgumentException if a note would leave the MIDI range
     */
    public NoteSequence transpose(int semitones) {
        List<Part> transposed =
                parts.stream().map(part -> part.transpose(semitones)).toList();
        List<At<ChordSymbol>> transposedChords = chords.stream()
                .map(chord -> new At<>(chord.start(), chord.value().transpose(semitones)))
                .toList();
        return new NoteSequence(title, transposed, tempos, meters, semitones == 0 ? keys : List.of(), transposedChords);
    }

    /** One line: title, meter, key, parts, notes and length. The parts themselves print their notes. */
    @Override
    public String toString() {
        Beat length = length();
        return PieceLine.of(title, meters, keys, parts.size(), allNotes().count())
                + ", %s %s".formatted(length, length.equals(Beat.of(1)) ? "beat" : "beats");
    }

    private static <T> T holdingAt(List<At<T>> changes, Beat position, T otherwise) {
        T holding = otherwise;
        for (At<T> change : changes) {
            if (change.start().compareTo(position) > 0) {
                break;
            }
            holding = change.value();
        }
        return holding;
    }

    private static <T> List<At<T>> inTime(List<At<T>> changes) {
        return changes.stream().sorted(Comparator.comparing(At::start)).toList();
    }
}
