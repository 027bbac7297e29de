package diabolo.experiment;

import diabolo.model.UniqueNames;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Chorales as the JSON files hold them that papers measure on: for each piece and each sixteenth the pitches that sound.
 * Held and repeated tones cannot be told apart in it.
 *
 * <pre>{@code
 * SortedMap<String, NoteSequence> chorales = ChoraleFile.read(Path.of("jsb-chorales-16th.json"));
 * chorales.get("test-001");
 * }</pre>
 */
final class ChoraleFile {

    private static final long MOST_BYTES = 64 << 20;
    private static final int STEPS_PER_BEAT = 4;

    private ChoraleFile() {}

    /**
     * All pieces, called after their part of the split and their number: {@code test-001}.
     *
     * @throws IOException if the file is of another kind
     */
    static SortedMap<String, NoteSequence> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw malformed(file, "it has %d bytes, more than %d".formatted(Files.size(file), MOST_BYTES));
        }
        try {
            SortedMap<String, NoteSequence> pieces = new TreeMap<>();
            for (Map.Entry<String, JsonNode> part :
                    UniqueNames.JSON.readTree(Files.readAllBytes(file)).properties()) {
                int number = 1;
                for (JsonNode steps : part.getValue()) {
                    String name = "%s-%03d".formatted(part.getKey(), number++);
                    pieces.put(name, piece(name, steps));
                }
            }
            if (pieces.isEmpty()) {
                throw malformed(file, "it names no pieces");
            }
            return pieces;
        } catch (JacksonException | IllegalArgumentException other) {
            throw malformed(
                    file, String.valueOf(other.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static NoteSequence piece(String name, JsonNode steps) {
        List<Note> notes = new ArrayList<>();
        Map<Integer, Integer> sounding = new HashMap<>();
        for (int step = 0; step <= steps.size(); step++) {
            TreeSet<Integer> now = new TreeSet<>();
            if (step < steps.size()) {
                steps.get(step).forEach(pitch -> now.add(pitch.asInt()));
            }
            for (int pitch : List.copyOf(sounding.keySet())) {
                if (!now.contains(pitch)) {
                    notes.add(note(pitch, sounding.remove(pitch), step));
                }
            }
            for (int pitch : now) {
                sounding.putIfAbsent(pitch, step);
            }
        }
        return NoteSequence.of(
                name, new Tempo(80), Meter.FOUR_FOUR, List.of(new Part("choir", Instrument.PIANO, notes)));
    }

    private static Note note(int pitch, int from, int to) {
        return new Note(
                Pitch.of(pitch),
                Velocity.DEFAULT,
                Beat.of(from, STEPS_PER_BEAT),
                Beat.of((long) to - from, STEPS_PER_BEAT));
    }

    private static IOException malformed(Path file, String reason) {
        return new IOException(
                "%s holds no chorales as lists of pitches (%s); name a file such as jsb-chorales-16th.json."
                        .formatted(file, reason));
    }
}
