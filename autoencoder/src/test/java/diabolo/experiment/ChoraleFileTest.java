package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import diabolo.RealMusic;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoraleFileTest {

    @TempDir
    private Path folder;

    @Test
    void piecesAreCalledAfterTheirPartOfTheSplit() throws IOException {
        assertThat(read("{\"train\": [[[60]], [[62]]], \"test\": [[[64]]]}"))
                .containsOnlyKeys("test-001", "train-001", "train-002");
    }

    @Test
    void aPitchSoundsAsLongAsItStandsInSteps() throws IOException {
        NoteSequence piece = only("{\"test\": [[[60, 64], [60], [], [60]]]}");

        List<Note> notes = piece.allNotes().toList();

        assertThat(notes)
                .extracting(note -> note.pitch().midi(), Note::start, Note::duration)
                .containsExactlyInAnyOrder(
                        tuple(60, Beat.of(0), Beat.of(1, 2)),
                        tuple(64, Beat.of(0), Beat.of(1, 4)),
                        tuple(60, Beat.of(3, 4), Beat.of(1, 4)));
    }

    @Test
    void voicesInUnisonAreOneNote() throws IOException {
        assertThat(only("{\"test\": [[[60, 60], [60, 60]]]}").allNotes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "7",
                "{\"test\": [[[60",
                "[1, 2",
                "{\"test\": [[[128]]]}",
                "{\"test\": [[[-1]]]}",
                "no JSON at all"
            })
    void whatHoldsNoChoralesIsRefusedInASentence(String content) {
        assertThatIOException()
                .isThrownBy(() -> read(content))
                .withMessageContaining("holds no chorales as lists of pitches")
                .withMessageEndingWith("name a file such as jsb-chorales-16th.json.")
                .withMessageNotContaining("\n");
    }

    @Test
    void theBenchmarkHasThePiecesThatPapersCount() throws IOException {
        Path file = RealMusic.folder("chorales-jsb").resolve("jsb-chorales-16th.json");

        SortedMap<String, NoteSequence> pieces = ChoraleFile.read(file);

        assertThat(pieces).hasSize(382);
        assertThat(pieces.keySet())
                .filteredOn(name -> name.startsWith("train-"))
                .hasSize(229);
        assertThat(pieces.keySet())
                .filteredOn(name -> name.startsWith("valid-"))
                .hasSize(76);
        assertThat(pieces.keySet()).filteredOn(name -> name.startsWith("test-")).hasSize(77);
    }

    private NoteSequence only(String json) throws IOException {
        return read(json).values().iterator().next();
    }

    private SortedMap<String, NoteSequence> read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("chorales.json"), json);
        return ChoraleFile.read(file);
    }
}
