package diabolo.chorale;

import static diabolo.note.Checks.require;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Voice;
import diabolo.harmony.MelodyPart;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The voices of a piece that are kept when others are sampled: its melody, and some that are named as voices or are one of four parts.
 *
 * <pre>{@code
 * Map<Voice, Part> given = GivenVoices.of(piece, Set.of(Voice.BASS));
 * }</pre>
 */
final class GivenVoices {

    private static final Beat SIXTEENTH = Beat.of(1, 4); // by so much notes that are played overlap

    private GivenVoices() {}

    /** @throws IllegalArgumentException if a voice is not there, is no line, or leaves its range; or if a meter is not known */
    static Map<Voice, Part> of(NoteSequence piece, Set<Voice> kept) {
        String title = piece.title().isBlank() ? "the piece" : piece.title();
        List<Part> melody = MelodyPart.of(piece).parts();
        require(!melody.isEmpty(), () -> title + " has no notes with pitches; give a melody");
        Map<Voice, Part> given = new EnumMap<>(Voice.class);
        given.put(Voice.SOPRANO, melody.getFirst());
        for (Voice voice : kept) {
            given.put(voice, part(piece, voice, title));
        }
        given.forEach((voice, part) -> requireSung(title, voice, part));
        piece.meters()
                .forEach(meter -> require(
                        BarPlace.knows(meter.value()),
                        () ->
                                "%s is in %s, and four voices are learned of music in %s; choose a melody in one of these meters, or ask for chords (--style lead-sheet)"
                                        .formatted(
                                                title,
                                                meter.value(),
                                                BarPlace.meters().stream()
                                                        .map(known -> known.toString())
                                                        .collect(Collectors.joining(", ")))));
        return given;
    }

    private static Part part(NoteSequence piece, Voice voice, String title) {
        List<Part> parts = piece.parts().stream()
                .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                .toList();
        String name = voice.partName().toLowerCase(Locale.ROOT);
        return parts.stream()
                .filter(part -> part.name().toLowerCase(Locale.ROOT).contains(name))
                .findFirst()
                .or(() -> parts.size() == Voice.COUNT ? Optional.of(parts.get(voice.line())) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no part named %s to keep, and its parts are %d, not four; name the part so, or leave --keep out"
                                .formatted(title, voice.partName(), parts.size())));
    }

    private static void requireSung(String title, Voice voice, Part part) {
        List<Note> notes = part.notes();
        for (int i = 1; i < notes.size(); i++) {
            Beat overlap = notes.get(i - 1).end().minus(notes.get(i).start());
            require(
                    overlap.compareTo(SIXTEENTH) <= 0
                            && !notes.get(i - 1).start().equals(notes.get(i).start()),
                    () -> "%s has several notes at once in its %s, and a voice sings one line; give one line alone"
                            .formatted(title, voice == Voice.SOPRANO ? "melody" : voice.partName()));
        }
        int lowest = notes.stream().mapToInt(note -> note.pitch().midi()).min().orElseThrow();
        int highest = notes.stream().mapToInt(note -> note.pitch().midi()).max().orElseThrow();
        require(
                voice.reaches(lowest) && voice.reaches(highest),
                () ->
                        "%s goes from %s to %s, and a %s sings from %s; transpose it, or ask for chords (--style lead-sheet)"
                                .formatted(
                                        title,
                                        Pitch.of(lowest).name(),
                                        Pitch.of(highest).name(),
                                        voice.partName().toLowerCase(Locale.ROOT),
                                        voice.range()));
    }
}
