package diabolo.evaluation.chorale;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.corpus.KeyEstimation;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Four voices on a grid of eighths: what sounds at each, and whether it begins there.
 *
 * <pre>{@code
 * Chorale chorale = Chorale.of("hymn.abc", piece).orElseThrow();
 * chorale.pitch(Voice.BASS, 0); // 43, G2
 * }</pre>
 *
 * <p>What begins and ends within an eighth is not seen. Arrays are not copied and must not be changed.
 *
 * @param name of its file
 * @param key by its signature, else estimated; minor where the last bass note is the tonic of the relative minor
 * @param places of the steps in their bars, see {@link BarPlace}: [steps]
 * @param pitches MIDI numbers, {@link #REST} in rests: [voices][steps]
 * @param begins whether a note begins, or a rest: [voices][steps]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Chorale(String name, Key key, int[] places, int[][] pitches, boolean[][] begins) {

    public static final int REST = -1;

    private static final int FEWEST_STEPS = 16;
    private static final double MOST_RESTS = 0.25;

    public Chorale {
        requireNonNull(name, "name");
        requireNonNull(key, "key");
        require(pitches.length == Voice.COUNT, "there must be four voices, were " + pitches.length);
        for (int[] line : pitches) {
            require(
                    line.length == places.length,
                    "a voice must have %d steps, had %d".formatted(places.length, line.length));
        }
    }

    public int steps() {
        return places.length;
    }

    public int pitch(Voice voice, int step) {
        return pitches[voice.line()][step];
    }

    public boolean begins(Voice voice, int step) {
        return begins[voice.line()][step];
    }

    /** What sounds at a step, from soprano to bass. */
    public int[] sonority(int step) {
        return Arrays.stream(pitches).mapToInt(line -> line[step]).toArray();
    }

    /** Whether any voice begins a note at a step. */
    public boolean isNew(int step) {
        return Arrays.stream(begins).anyMatch(line -> line[step]);
    }

    /**
     * The four voices of a piece: of its parts with tones, which must be four, from high to low.
     *
     * @return empty if they are not four, cross as a whole, rest for long, or are in a meter that {@link BarPlace} does not know
     */
    public static Optional<Chorale> of(String name, NoteSequence piece) {
        List<Part> parts = piece.parts().stream()
                .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                .toList();
        Optional<Key> key = KeyEstimation.keyOf(piece);
        if (parts.size() != Voice.COUNT
                || key.isEmpty()
                || !BarPlace.meters()
                        .containsAll(piece.meters().stream()
                                .map(meter -> meter.value())
                                .toList())) {
            return Optional.empty();
        }
        Map<Voice, List<Note>> notes = new EnumMap<>(Voice.class);
        for (Voice voice : Voice.values()) {
            notes.put(voice, parts.get(voice.line()).notes());
        }
        Chorale chorale = of(name, key.get(), BarPlace.of(piece), notes);
        return chorale.steps() >= FEWEST_STEPS && chorale.isFromHighToLow()
                ? Optional.of(chorale.withModeOfItsEnd())
                : Optional.empty();
    }

    /** Voices on the grid; those without notes rest. */
    public static Chorale of(String name, Key key, int[] places, Map<Voice, List<Note>> notes) {
        Chorale chorale = new Chorale(
                name, key, places, new int[Voice.COUNT][places.length], new boolean[Voice.COUNT][places.length]);
        for (Voice voice : Voice.values()) {
            chorale.fill(voice, notes.getOrDefault(voice, List.of()));
        }
        return chorale;
    }

    /** Files call nearly all keys major; the last bass note says more. */
    private Chorale withModeOfItsEnd() {
        int last = Arrays.stream(pitches[Voice.BASS.line()])
                .filter(pitch -> pitch != REST)
                .reduce(REST, (_, later) -> later);
        Key minor = new Key(key.fifths(), Key.Mode.MINOR);
        Key.Mode mode = last % 12 == minor.tonicPitchClass() ? Key.Mode.MINOR : Key.Mode.MAJOR;
        return new Chorale(name, new Key(key.fifths(), mode), places, pitches, begins);
    }

    /** One voice on the grid: of notes that sound together the highest, or of a bass the lowest. */
    private void fill(Voice voice, List<Note> notes) {
        int[] line = pitches[voice.line()];
        boolean[] begun = begins[voice.line()];
        Arrays.fill(line, REST);
        List<Note> ordered = new ArrayList<>(notes);
        if (voice == Voice.BASS) {
            ordered.sort((a, b) -> {
                int byStart = a.start().compareTo(b.start());
                return byStart == 0 ? b.pitch().compareTo(a.pitch()) : byStart;
            });
        }
        for (Note note : ordered) {
            int from = step(note.start().toDouble());
            int to = Math.min(line.length, step(note.end().toDouble()));
            for (int step = from; step < to; step++) {
                line[step] = note.pitch().midi();
                begun[step] = step == from;
            }
        }
        for (int step = 0; step < line.length; step++) {
            begun[step] |= step == 0 || (line[step] != line[step - 1]);
        }
    }

    /** The first step at or after a position. */
    private static int step(double beats) {
        return (int) Math.ceil(beats * BarPlace.STEPS_PER_BEAT - 1e-9);
    }

    private boolean isFromHighToLow() {
        double above = Double.POSITIVE_INFINITY;
        for (int[] line : pitches) {
            double mean =
                    Arrays.stream(line).filter(pitch -> pitch != REST).average().orElse(Double.POSITIVE_INFINITY);
            long rests = Arrays.stream(line).filter(pitch -> pitch == REST).count();
            if (mean >= above || rests > MOST_RESTS * line.length) {
                return false;
            }
            above = mean;
        }
        return true;
    }
}
