package diabolo.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.audio.Pcm;
import diabolo.audio.Synthesizer;
import diabolo.midi.MidiWriter;
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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTestTest {

    /** A second of a square wave for whatever is rendered. */
    private static final Synthesizer BEEP = sequence -> new Pcm() {
        @Override
        public long frameCount() {
            return SAMPLE_RATE_HZ;
        }

        @Override
        public void forEachBlock(Listener listener) throws IOException {
            float[] block = new float[AUDIO_CHANNELS * SAMPLE_RATE_HZ];
            for (int i = 0; i < block.length; i++) {
                block[i] = i / 200 % 2 == 0 ? 0.5f : -0.5f;
            }
            listener.accept(block, block.length);
        }
    };

    private final ListeningTest six = new ListeningTest(6, 4, Rendition.ON_GRID, 1);

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        for (String name : List.of("real", "made", "other")) {
            Path music = Files.createDirectory(folder.resolve(name));
            for (int number = 0; number < 6; number++) {
                write(music.resolve(name + number + ".mid"), 100 + 5 * number);
            }
            Files.writeString(music.resolve(name + "0.json"), "{}");
        }
        Files.createDirectory(folder.resolve("empty"));
    }

    private AnswerKey write(ListeningTest test, String out, String... made) throws IOException {
        List<Path> folders = List.of(made).stream().map(folder::resolve).toList();
        return test.write(folder.resolve("real"), folders, folder.resolve(out), BEEP);
    }

    @Test
    void everyMadeFolderIsHeardEquallyOften() throws IOException {
        AnswerKey key = write(six, "test", "made", "other");

        assertThat(key.pairs()).hasSize(6);
        assertThat(key.pairs())
                .filteredOn(pair -> pair.folder().endsWith("made"))
                .hasSize(3);
        assertThat(key.pairs()).extracting(AnswerKey.Pair::realPiece).doesNotHaveDuplicates();
        assertThat(key.pairs()).extracting(AnswerKey.Pair::madePiece).doesNotHaveDuplicates();
    }

    @Test
    void thePageSaysNothingOfTheKey() throws IOException {
        AnswerKey key = write(six, "test", "made");

        String page = Files.readString(folder.resolve("test/page.html"));
        assertThat(page).contains(key.test()).doesNotContain(".mid", "{{", "real0", "made0", "http");
        assertThat(AnswerKey.read(folder.resolve("test/key.json"))).isEqualTo(key);
    }

    @Test
    void theSameSeedGivesTheSameTest() throws IOException {
        write(six, "first", "made");
        write(six, "again", "made");
        write(new ListeningTest(6, 4, Rendition.ON_GRID, 2), "others", "made");

        assertThat(folder.resolve("again/page.html")).hasSameBinaryContentAs(folder.resolve("first/page.html"));
        assertThat(AnswerKey.read(folder.resolve("others/key.json")))
                .isNotEqualTo(AnswerKey.read(folder.resolve("first/key.json")));
    }

    @Test
    void whatCannotBeTestedIsRefusedInASentence() {
        assertThatThrownBy(() -> write(six, "test", "empty"))
                .hasMessage("%s has no music of at least 4 notes and 2 seconds; name a folder of MIDI, MusicXML or ABC."
                        .formatted(folder.resolve("empty")));
        assertThatThrownBy(() -> write(new ListeningTest(20, 4, Rendition.ON_GRID, 1), "test", "made"))
                .hasMessage(
                        "20 pairs need 20 pieces of each folder, and %s has 6 that can be used; ask for --pairs 6, or give more music."
                                .formatted(folder.resolve("real")));
        assertThatThrownBy(() -> write(new ListeningTest(5, 4, Rendition.ON_GRID, 1), "test", "made", "other"))
                .hasMessage("5 pairs cannot be shared equally among 2 made folders; ask for 6.");
        assertThat(folder.resolve("test")).doesNotExist();
    }

    @Test
    void bothPiecesOfAPairAreEquallyLongAndOnlyNotesDiffer() throws IOException {
        ListeningPiece slow = piece(80, 60);
        ListeningPiece fast = piece(120, 127);

        ListeningPiece.Excerpt excerpt = slow.excerpt(4, slow.tempo(), new java.util.Random(1));
        ListeningPiece.Excerpt other = fast.excerpt(4, slow.tempo(), new java.util.Random(2));

        assertThat(excerpt.music().durationSeconds()).isEqualTo(3);
        assertThat(other.music().durationSeconds()).isEqualTo(3);
        assertThat(other.music().allNotes()).extracting(Note::velocity).containsOnly(Velocity.of(100));
    }

    private static ListeningPiece piece(double tempo, int velocity) {
        return ListeningPiece.of("piece", scale(tempo, velocity), Rendition.ON_GRID)
                .orElseThrow();
    }

    private static void write(Path file, double tempo) throws IOException {
        MidiWriter.write(scale(tempo, 80), file);
    }

    /** Sixteen quarter notes up. */
    private static NoteSequence scale(double tempo, int velocity) {
        List<Note> notes = IntStream.range(0, 16)
                .mapToObj(i -> new Note(Pitch.of(60 + i), Velocity.of(velocity), Beat.of(i), Beat.of(1)))
                .toList();
        return NoteSequence.of(
                "scale", new Tempo(tempo), Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, notes)));
    }
}
