package diabolo.evaluation.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.grid.QuantizedNote;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Melodies by chance, and their figures by an independent program in NumPy. */
class TuneFiguresTest {

    private static final List<Tune> LEARNED = tunes("learned");
    private static final List<Tune> REAL = tunes("real");
    private static final List<Tune> MADE = tunes("made");

    @Test
    void figuresAreThoseOfTheIndependentProgram() {
        TuneFigures made = TuneFigures.of(MADE);

        assertFigures(Map.ofEntries(
                Map.entry("tunes", (double) made.tunes()),
                Map.entry("valid", made.validShare()),
                Map.entry("repeat", made.repeatedNotes()),
                Map.entry("notes/bar", made.notesPerBar()),
                Map.entry("inkey", made.inKey()),
                Map.entry("range", made.range()),
                Map.entry("mean_|iv|", made.meanInterval()),
                Map.entry("leaps>7", made.leaps()),
                Map.entry("bar_rhythm_repeats", made.rhythmAgain()),
                Map.entry("bar_intervals_repeat", made.intervalsAgain()),
                Map.entry("silent_bars", made.silentBars()),
                Map.entry("last_is_tonic", made.lastIsTonic())));
    }

    @Test
    void overlapsAreThoseOfTheIndependentProgram() {
        TuneHistograms made = TuneHistograms.of(MADE);
        TuneHistograms real = TuneHistograms.of(REAL);

        assertFigures(Map.of(
                "iv_overlap", made.intervals().overlap(real.intervals()),
                "rhythm_3gram_overlap", made.rhythms().overlap(real.rhythms()),
                "seam_overlap", made.seams().overlap(real.seams())));
        assertThat(real.rhythms().overlap(real.rhythms())).isEqualTo(1, within(1e-12));
    }

    @Test
    void costsAndKnownPhrasesAreThoseOfTheIndependentProgram() {
        TuneNgrams learned = TuneNgrams.of(LEARNED);

        assertFigures(Map.of(
                "5gram_nats/note", learned.cost(MADE),
                "nats,_held-out_LM", TuneNgrams.of(REAL).cost(MADE),
                "seam_nats", learned.seamCost(MADE),
                "known_5-grams", learned.knownShare(MADE)));
    }

    @Test
    void theLongestNoteIsCountedInBars() {
        assertThat(TuneFigures.of(List.of(line(8, 0, 2, 2, 2, 2, 2, 2, 2, 8))).longestNote())
                .isEqualTo(1);
    }

    @Test
    void excerptsDoNotOverlap() {
        Tune tune = line(16, 0, 12, 8, 12, 20, 4, 8);

        List<Tune> excerpts = tune.excerpts(2);

        assertThat(excerpts).extracting(Tune::bars).containsExactly(2, 2);
        assertThat(excerpts.get(0).notes()).extracting(QuantizedNote::startStep).containsExactly(0, 12, 20);
        assertThat(excerpts.get(0).notes().getLast().endStep()).isEqualTo(32);
        assertThat(excerpts.get(1).notes()).extracting(QuantizedNote::startStep).containsExactly(0, 20, 24);
    }

    @Test
    void aTuneIsOneLine() {
        List<QuantizedNote> chord = List.of(note(60, 0, 4), note(64, 0, 4));

        assertThatThrownBy(() -> new Tune(chord, 16, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a note begins at step 0, where the one before sounds until step 4; give one line of notes");
        assertThatThrownBy(() -> new Tune(List.of(note(60, 12, 8)), 16, 1))
                .hasMessage("the last note ends at step 20 of 16; give more bars");
    }

    /** Notes one after the other from a step on. */
    private static Tune line(int stepsPerBar, int start, int... lengths) {
        List<QuantizedNote> notes = new ArrayList<>();
        int step = start;
        for (int length : lengths) {
            notes.add(note(60 + notes.size(), step, length));
            step += length;
        }
        return new Tune(notes, stepsPerBar, Math.ceilDiv(step, stepsPerBar));
    }

    private static QuantizedNote note(int pitch, int start, int length) {
        return new QuantizedNote(Pitch.of(pitch), Velocity.of(80), start, length);
    }

    private static void assertFigures(Map<String, Double> figures) {
        Map<String, Double> expected = new TreeMap<>();
        for (String line : lines("figures.txt")) {
            String[] words = line.split(" ", -1);
            expected.put(words[0], Double.valueOf(words[1]));
        }
        figures.forEach((name, value) -> assertThat(value).as(name).isEqualTo(expected.get(name), within(1e-9)));
    }

    /** Lines of start, pitch and length of each note. */
    private static List<Tune> tunes(String set) {
        List<Tune> tunes = new ArrayList<>();
        for (String line : lines("tunes.txt")) {
            String[] words = line.split(" ", -1);
            if (words[0].equals(set)) {
                List<QuantizedNote> notes = new ArrayList<>();
                for (int i = 1; i < words.length; i++) {
                    String[] numbers = words[i].split(",", -1);
                    notes.add(note(
                            Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]), Integer.parseInt(numbers[2])));
                }
                tunes.add(new Tune(notes, 16, 16));
            }
        }
        return tunes;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(TuneFiguresTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
