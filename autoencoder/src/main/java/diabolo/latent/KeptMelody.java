package diabolo.latent;

import static diabolo.note.Checks.requireBetween;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A melody that a recipe keeps note for note, in free time, while the accompaniment is decoded. It is stored in numbers and text,
 * lossless in JSON; of several tempos, meters or keys at one position the last holds.
 *
 * <pre>{@code
 * KeptMelody kept = KeptMelody.of(melody);
 * NoteSequence music = kept.over(accompaniment);
 * }</pre>
 *
 * @param program the General MIDI program of its instrument
 * @param notes at most {@value #MOST_NOTES}
 * @param tempos beats per minute, by the beats from which they hold
 * @param meters such as {@code 3/4}
 * @param keys such as {@code G major}
 */
public record KeptMelody(
        int program,
        List<Tone> notes,
        Map<String, Double> tempos,
        Map<String, String> meters,
        Map<String, String> keys) {

    public static final int MOST_NOTES = 20_000;

    /**
     * A note of it.
     *
     * @param pitch the MIDI note number
     * @param start in quarter notes, exact, such as {@code 7/4}
     * @param length likewise
     */
    public record Tone(int pitch, int velocity, String start, String length) {

        static Tone of(Note note) {
            return new Tone(
                    note.pitch().midi(),
                    note.velocity().midi(),
                    note.start().toString(),
                    note.duration().toString());
        }

        Note note() {
            return new Note(Pitch.of(pitch), Velocity.of(velocity), Beat.parse(start), Beat.parse(length));
        }
    }

    public KeptMelody {
        requireBetween("the number of the melody's notes", notes.size(), 1, MOST_NOTES);
        notes = List.copyOf(notes);
        tempos = Collections.unmodifiableMap(
                new LinkedHashMap<>(tempos)); // by time, so that its JSON has the same bytes
        meters = Collections.unmodifiableMap(new LinkedHashMap<>(meters));
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        piece(program, notes, tempos, meters, keys); // validates
    }

    /** The melody of a piece of one part, without its title and chord symbols. */
    public static KeptMelody of(NoteSequence line) {
        Part part = line.parts().getFirst();
        int program = part.instrument() instanceof Instrument.Melodic(int number) ? number : 0;
        return new KeptMelody(
                program,
                part.notes().stream().map(Tone::of).toList(),
                byStart(line.tempos(), Tempo::beatsPerMinute),
                byStart(line.meters(), Meter::toString),
                byStart(line.keys(), Key::name));
    }

    /** As a piece without a title. */
    NoteSequence piece() {
        return piece(program, notes, tempos, meters, keys);
    }

    /** The melody and the decoded accompaniment, each a part, at the melody's tempos. */
    NoteSequence over(NoteSequence decoded) {
        NoteSequence melody = piece();
        Part accompaniment =
                new Part("accompaniment", Instrument.PIANO, decoded.allNotes().toList());
        return melody.withTitle(decoded.title())
                .withParts(List.of(melody.parts().getFirst(), accompaniment));
    }

    private static <T, U> Map<String, U> byStart(List<At<T>> changes, Function<T, U> name) {
        Map<String, U> byStart = new LinkedHashMap<>();
        changes.forEach(change -> byStart.put(change.start().toString(), name.apply(change.value())));
        return byStart;
    }

    private static NoteSequence piece(
            int program,
            List<Tone> notes,
            Map<String, Double> tempos,
            Map<String, String> meters,
            Map<String, String> keys) {
        Part part = new Part(
                "melody",
                new Instrument.Melodic(program),
                notes.stream().map(Tone::note).toList());
        return new NoteSequence(
                "",
                List.of(part),
                changes(tempos, Tempo::new),
                changes(meters, Meter::parse),
                changes(keys, Key::parse));
    }

    private static <T, U> List<At<T>> changes(Map<String, U> byStart, Function<U, T> value) {
        return byStart.entrySet().stream()
                .map(change -> new At<>(Beat.parse(change.getKey()), value.apply(change.getValue())))
                .toList();
    }
}
