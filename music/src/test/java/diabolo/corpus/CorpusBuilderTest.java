package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.grid.OffGrid;
import diabolo.midi.MidiWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Reading;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusBuilderTest {

    @TempDir
    private Path folder;

    @Test
    void aPieceGivesFourWindowsFewerThanItHasBarsAsInDeepHear() throws IOException {
        Corpus corpus = Tunes.corpus(folder);

        assertThat(corpus.pieces()).extracting(Piece::name).containsExactly("a", "a-again", "b", "c");
        assertThat(corpus.pieces()).extracting(Piece::windows).containsExactly(8, 8, 4, 6);
        assertThat(corpus.windows()).extracting(Window::firstStep).startsWith(0, 16, 32, 48);
        assertThat(corpus.windows()).allMatch(window -> window.activeCells() == 64);
    }

    @Test
    void theLastWindowIsKeptOnRequest() throws IOException {
        NoteSequence fourBars = Tunes.random(4, 1);

        assertThat(build(fourBars, CorpusSpec.DEEPHEAR.withLastWindow(LastWindow.KEPT))
                        .windows())
                .hasSize(1);
        assertThatThrownBy(() -> build(fourBars, CorpusSpec.DEEPHEAR))
                .hasMessageContaining("it lasts 64 steps, but a window has 64 and the last window is left out");
    }

    @Test
    void repeatedWindowsAreCountedOnce() throws IOException {
        Corpus corpus = Tunes.corpus(folder);

        assertThat(corpus.distinct()).hasSize(8 + 4 + 6);
        assertThat(corpus.distinct().getFirst().occurrences()).isEqualTo(2);
    }

    @Test
    void ofAFileThatIsCutShortTheDamageIsTheReason() throws IOException {
        MidiWriter.write(Tunes.random(12, 1), folder.resolve("whole.mid"));
        MidiWriter.write(Tunes.random(12, 2), folder.resolve("cut.mid"));
        byte[] bytes = Files.readAllBytes(folder.resolve("cut.mid"));
        Files.write(folder.resolve("cut.mid"), Arrays.copyOf(bytes, 100));

        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(folder));

        assertThat(corpus.pieceNames()).containsExactly("whole.mid");
        assertThat(corpus.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(FileRefusal.DAMAGED);
            assertThat(refusal.reason()).contains("what is there is read; of what was read, it lasts");
        });
    }

    @Test
    void everyRefusedFileIsListedWithItsReason() throws IOException {
        Files.writeString(folder.resolve("short"), "3 1");
        Files.writeString(folder.resolve(".hidden"), "12 1");

        Corpus corpus = Tunes.corpus(folder);

        assertThat(corpus.refusals())
                .containsExactly(
                        new Refusal("notes.txt", FileRefusal.UNREADABLE, "byte 0: a tune is expected; write one"),
                        new Refusal(
                                "short",
                                FileRefusal.TOO_SHORT,
                                "it lasts 48 steps, but a window has 64 and the last window is left out"));
    }

    @Test
    void refusedFilesAreCountedByKind() throws IOException {
        Path games = Files.createDirectory(folder.resolve("games"));
        MidiWriter.write(Tunes.random(12, 1), games.resolve("good.mid"));
        MidiWriter.write(Tunes.random(3, 1), games.resolve("short.mid"));
        MidiWriter.write(Tunes.of(List.of()), games.resolve("silent.mid"));
        Files.writeString(games.resolve("one.txt"), "no music");
        Files.writeString(games.resolve("two.txt"), "no music either");
        Files.writeString(games.resolve("cut.mid"), "MThd");

        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(games));

        assertThat(corpus.summary().refusedFiles().inWords())
                .isEqualTo("5, of which 2 not music, 1 damaged, 1 without notes, 1 shorter than a window");
    }

    @Test
    void anEmptyFolderGetsASentence() {
        assertThatThrownBy(() -> new CorpusBuilder(CorpusSpec.DEEPHEAR, Tunes.READER).build(List.of(folder)))
                .isInstanceOf(NoExampleFoundException.class)
                .hasMessage("No example found: there is no file in %s; give a folder with music files.", folder);
    }

    @Test
    void aFolderWithoutUsableFilesGetsASentenceThatNamesOneOfTheMostFrequentKind() throws IOException {
        Files.writeString(folder.resolve("poem"), "three small words");
        Files.writeString(folder.resolve("short"), "3 1");
        Files.writeString(folder.resolve("verse"), "three other words");
        Files.writeString(folder.resolve("a short one"), "3 1");
        Files.writeString(folder.resolve("prose"), "some more words");

        assertThatThrownBy(() -> new CorpusBuilder(CorpusSpec.DEEPHEAR, Tunes.READER).build(List.of(folder)))
                .isInstanceOf(NoExampleFoundException.class)
                .hasMessageContaining(
                        "all 5 files were refused (3 that cannot be read, 2 shorter than a window), for instance poem (byte 0: a tune is expected");
    }

    @Test
    void aMissingFileIsARefusal() {
        assertThatThrownBy(
                        () -> new CorpusBuilder(CorpusSpec.DEEPHEAR, Tunes.READER).build(List.of(folder.resolve("no"))))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void silentWindowsAreLeftOutAndCountedOnRequest() throws IOException {
        Note first = Tunes.note(60, Beat.ZERO, Beat.of(1));
        Note late = Tunes.note(60, Beat.of(40), Beat.of(1));
        NoteSequence pause = Tunes.of(List.of(first, late));

        Corpus kept = build(pause, CorpusSpec.DEEPHEAR);
        Corpus leftOut = build(pause, CorpusSpec.DEEPHEAR.withSilentWindows(SilentWindows.LEFT_OUT));

        assertThat(kept.windows()).hasSize(7);
        assertThat(leftOut.windows()).hasSize(1);
        assertThat(leftOut.pieces().getFirst().refusedWindows().count(WindowRefusal.SILENT))
                .isEqualTo(6);
        assertThat(leftOut.summary().silentShare())
                .isEqualTo(kept.summary().silentShare())
                .isEqualTo(6 / 7.0);
    }

    @Test
    void playedMusicIsToldToSnap() throws IOException {
        NoteSequence played = Tunes.of(List.of(Tunes.note(60, Beat.of(1, 7), Beat.of(20))));

        assertThatThrownBy(() -> build(played, CorpusSpec.DEEPHEAR))
                .hasMessageContaining("its only note is off the grid and dropped");
        assertThat(build(played, CorpusSpec.DEEPHEAR.withOffGrid(OffGrid.SNAP)).windows())
                .hasSize(2);
    }

    @Test
    void transposingToTheCommonKeyMakesTransposedPiecesEqual() throws IOException {
        NoteSequence tune = Tunes.scale(60);
        CorpusSpec spec = CorpusSpec.DEEPHEAR.withTransposition(Transposition.TO_COMMON_KEY);

        for (int semitones = -5; semitones <= 5; semitones++) {
            Corpus corpus = build(tune.transpose(semitones), spec);

            assertThat(corpus.windows()).isEqualTo(build(tune, spec).windows());
            assertThat(corpus.pieces().getFirst().semitones()).isEqualTo(-semitones);
        }
    }

    @Test
    void aPieceThatWouldLeaveTheMidiRangeIsTransposedTheOtherWay() throws IOException {
        CorpusSpec spec = CorpusSpec.DEEPHEAR.withTransposition(Transposition.TO_COMMON_KEY);
        List<Note> notes = new ArrayList<>(Tunes.scale(61).parts().getFirst().notes());
        notes.add(Tunes.note(0, Beat.ZERO, Beat.of(1, 4)));

        Corpus corpus = build(Tunes.of(notes), spec);

        assertThat(corpus.pieces().getFirst().semitones()).isEqualTo(11);
    }

    @Test
    void aPieceOfDrumsIsRefusedForAPianoRoll() {
        Part kit = new Part(
                "",
                new Instrument.Drums(),
                Tunes.random(12, 1).parts().getFirst().notes());
        NoteSequence drums = NoteSequence.of("", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(kit));

        assertThatThrownBy(() -> build(drums, CorpusSpec.DEEPHEAR))
                .hasMessageContaining(
                        "all its 8 windows are silent in a piano-roll, which has no cells for 48 of its notes");
    }

    @Test
    void aReaderThatFailsUnforeseenCostsOneFileOnly() throws IOException {
        Path good = Files.writeString(folder.resolve("good"), "12 1");
        Path bad = Files.writeString(folder.resolve("bad"), "twelve 1");
        MusicReader failing = file -> {
            if (file.equals(bad)) {
                throw new IllegalStateException("no one thought of this");
            }
            return Tunes.READER.read(file);
        };

        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR, failing).build(List.of(bad, good));

        assertThat(corpus.pieceNames()).containsExactly("good");
        assertThat(corpus.refusals().getFirst().reason()).contains("no one thought of this");
    }

    private Corpus build(NoteSequence sequence, CorpusSpec spec) throws IOException {
        Path file = Files.writeString(folder.resolve("tune"), "");
        return new CorpusBuilder(spec, any -> new Reading(sequence, List.of())).build(List.of(file));
    }

    @Test
    void everyTuneOfATunebookIsAPiece() throws IOException {
        String bars = "CDEF GABc|cBAG FEDC|".repeat(4);
        Path book = Files.writeString(
                folder.resolve("book.abc"),
                "X:1\nM:4/4\nK:C\n%s\n\nX:2\nM:4/4\nK:C\n%s\n\nX:3\nK:C\n\n".formatted(bars, bars.replace('c', 'e')));

        Corpus corpus = new CorpusBuilder(CorpusSpec.DEEPHEAR).build(List.of(book));

        assertThat(corpus.pieces()).extracting(Piece::name).containsExactly("book.abc#1", "book.abc#2");
        assertThat(corpus.refusals()).extracting(Refusal::file).containsExactly("book.abc#3");
    }
}
