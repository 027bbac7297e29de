package diabolo.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.ForAll;
import diabolo.midi.MidiReader;
import diabolo.musicxml.MusicXmlReader;
import diabolo.notation.SoundingNotes;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read by people, and reads back to the same notes. */
class AbcWriterTest {

    @TempDir
    private Path folder;

    private static Note note(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.DEFAULT, start, duration);
    }

    private static NoteSequence piece(Meter meter, Note... notes) {
        Part part = new Part("", Instrument.PIANO, List.of(notes));
        return NoteSequence.of("", new Tempo(120), meter, List.of(part));
    }

    /** The lines behind the last voice. */
    private static String music(NoteSequence piece) {
        String text = AbcWriter.text(piece);
        return text.substring(text.lastIndexOf("V:1\n") + 4).strip();
    }

    private static void assertReadsBack(NoteSequence piece, String what) {
        try {
            NoteSequence again = AbcReader.read(AbcWriter.text(piece).getBytes(StandardCharsets.UTF_8));
            List<Part> parts = piece.parts().stream()
                    .filter(part -> !part.notes().isEmpty())
                    .toList();
            assertThat(again.parts()).as(what).hasSameSizeAs(parts);
            assertThat(chords(again)).as(what).isEqualTo(chords(piece));
            for (int i = 0; i < parts.size(); i++) {
                assertThat(SoundingNotes.notes(
                                again.withParts(List.of(again.parts().get(i)))))
                        .as(what)
                        .isEqualTo(SoundingNotes.notes(piece.withParts(List.of(parts.get(i)))));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static List<String> chords(NoteSequence piece) {
        return piece.chords().stream()
                .map(chord -> chord.start() + " " + chord.value().text())
                .toList();
    }

    private static NoteSequence random(SplittableRandom random) {
        int[] grids = {1, 2, 4, 12, 48};
        List<Meter> meters = List.of(Meter.FOUR_FOUR, new Meter(3, 4), new Meter(6, 8), new Meter(7, 16));
        List<Part> parts = new ArrayList<>();
        for (int p = random.nextInt(1, 4); p > 0; p--) {
            int grid = grids[random.nextInt(grids.length)];
            List<Note> notes = new ArrayList<>();
            int around = random.nextInt(1, 120);
            for (int n = random.nextInt(1, 40); n > 0; n--) {
                int pitch = Math.min(127, around + random.nextInt(8));
                notes.add(note(
                        pitch,
                        Beat.of(random.nextInt(20 * grid), grid),
                        Beat.of(random.nextInt(1, 6 * grid + 1), grid)));
            }
            parts.add(new Part("part " + p, Instrument.PIANO, notes));
        }
        Key key = new Key(random.nextInt(-7, 8), random.nextBoolean() ? Key.Mode.MAJOR : Key.Mode.MINOR);
        Key later = new Key(random.nextInt(-7, 8), Key.Mode.MAJOR);
        return new NoteSequence(
                "random",
                parts,
                List.of(new At<>(Beat.of(random.nextInt(9)), new Tempo(random.nextInt(20, 300)))),
                List.of(
                        new At<>(Beat.ZERO, meters.get(random.nextInt(meters.size()))),
                        new At<>(Beat.of(random.nextInt(1, 9), 2), meters.get(random.nextInt(meters.size())))),
                List.of(new At<>(Beat.ZERO, key), new At<>(Beat.of(random.nextInt(9)), later)),
                List.of(new At<>(
                        Beat.of(random.nextInt(40), 4), ChordSymbol.parse("Am7").orElseThrow())));
    }

    @Test
    void readingBackGivesTheSameNotes() {
        ForAll.examples(AbcWriterTest::random).check(piece -> assertReadsBack(piece, AbcWriter.text(piece)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ragtime-mutopia", "multitrack-games", "folk-nottingham"})
    void realPiecesReadBackToTheSameNotes(String name) throws IOException {
        var folderOfData = DataFolder.find(name);
        assumeTrue(folderOfData.isPresent(), DataFolder.ABSENT);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folderOfData.get())) {
            files = all.filter(file -> file.toString().endsWith(".mid"))
                    .sorted()
                    .limit(10)
                    .toList();
        }

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertReadsBack(AbcGrid.fitted(MidiReader.readLenient(file).sequence()), file.toString());
        }
    }

    @Test
    void hymnsReadBackToTheSameNotes() throws IOException {
        List<Path> hymns = RealAbcTest.hymns();
        for (int i = 0; i < hymns.size(); i += 8) {
            assertReadsBack(AbcReader.read(hymns.get(i)), hymns.get(i).toString());
        }
    }

    @Test
    void leadSheetsReadBackToTheSameNotesAndChords() throws IOException {
        var folderOfData = DataFolder.find("leadsheets-openewld");
        assumeTrue(folderOfData.isPresent(), DataFolder.ABSENT);
        List<Path> files;
        try (Stream<Path> all = Files.list(folderOfData.get())) {
            files = all.filter(file -> file.toString().endsWith(".mxl"))
                    .sorted()
                    .toList();
        }

        assertThat(files).isNotEmpty();
        for (int i = 0; i < files.size(); i += 9) {
            NoteSequence sheet = MusicXmlReader.readLenient(files.get(i)).sequence();
            assertReadsBack(AbcGrid.fitted(sheet), files.get(i).toString());
        }
    }

    @Test
    void tuneHasItsFieldsVoicesBarsAndBeams() throws IOException {
        Beat half = Beat.of(1, 2);
        List<Note> upper = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            upper.add(note(67 + i, half.times(i), half));
        }
        Part treble = new Part("Flute", new Instrument.Melodic(73), upper);
        Part bass = new Part("", Instrument.PIANO, List.of(note(43, Beat.ZERO, Beat.of(5))));
        NoteSequence piece = new NoteSequence(
                "Two bars",
                List.of(treble, bass),
                List.of(new At<>(Beat.ZERO, new Tempo(96))),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR)),
                List.of(new At<>(Beat.ZERO, new Key(1, Key.Mode.MAJOR))),
                List.of(new At<>(Beat.of(2), ChordSymbol.parse("D7").orElseThrow())));
        Path file = folder.resolve("two-bars.abc");

        AbcWriter.write(piece, file);

        assertThat(Files.readString(file)).isEqualTo("""
                        X:1
                        T:Two bars
                        M:4/4
                        L:1/8
                        Q:1/4=96
                        V:1 name="Flute"
                        %%MIDI program 73
                        V:2 clef=bass
                        %%MIDI program 0
                        K:G
                        V:1
                        G^G A^A "D7"Bc ^cd | z8 |]
                        V:2
                        G,,8- | G,,2 z6 |]
                        """);
    }

    @Test
    void lengthsThatAreNoNoteValueAreTiedAndTripletsAreMarked() {
        Beat third = Beat.of(1, 3);

        assertThat(music(piece(
                        new Meter(2, 4), note(60, Beat.ZERO, Beat.of(5, 4)), note(62, Beat.of(5, 4), Beat.of(3, 4)))))
                .isEqualTo("C2- C/D3/ |]");
        assertThat(music(piece(
                        new Meter(2, 4),
                        note(60, Beat.ZERO, third),
                        note(62, third, third),
                        note(64, third.times(2), third),
                        note(65, Beat.of(1), Beat.of(1)))))
                .isEqualTo("(3CDE F2 |]");
    }

    @Test
    void chordsShareTheirStemAndOtherOverlapsStandInLayers() {
        NoteSequence piece = piece(
                Meter.FOUR_FOUR,
                note(60, Beat.ZERO, Beat.of(4)),
                note(64, Beat.ZERO, Beat.of(4)),
                note(67, Beat.of(1), Beat.of(2)));

        assertThat(music(piece)).isEqualTo("[CE]8 & x2 G4 x2 |]");
    }

    @Test
    void accidentalsAreTakenBackInTheSameAndTheNextBar() {
        NoteSequence piece = piece(
                new Meter(2, 4),
                note(66, Beat.ZERO, Beat.of(1)),
                note(77, Beat.of(1), Beat.of(1)),
                note(65, Beat.of(2), Beat.of(2)),
                note(65, Beat.of(4), Beat.of(2)));

        assertThat(music(piece)).isEqualTo("^F2 =f2 | =F4 | F4 |]");
    }

    @Test
    void whatTheKeySaysNeedsNoSign() {
        NoteSequence plain = piece(
                new Meter(2, 4),
                note(66, Beat.ZERO, Beat.of(1)),
                note(67, Beat.of(1), Beat.of(1)),
                note(65, Beat.of(2), Beat.of(2)));
        NoteSequence inG = new NoteSequence(
                "", plain.parts(), plain.tempos(), plain.meters(), List.of(new At<>(Beat.ZERO, Key.parse("G major"))));

        assertThat(music(inG)).isEqualTo("F2 G2 | =F4 |]");
    }

    @Test
    void fineGridsAreRoundedAndNotesKeepAStep() throws IOException {
        NoteSequence piece = piece(
                Meter.FOUR_FOUR, note(60, Beat.of(1, 9600), Beat.of(1, 9600)), note(62, Beat.of(1, 11), Beat.of(1, 7)));

        NoteSequence again = AbcReader.read(AbcWriter.text(piece).getBytes(StandardCharsets.UTF_8));

        assertThat(SoundingNotes.notes(again)).containsExactly("0 C4 1/32", "1/12 D4 13/96");
    }

    @Test
    void textInNamesCannotBecomeMusic() throws IOException {
        Part part = new Part("a\"b\nC|", Instrument.PIANO, List.of(note(60, Beat.ZERO, Beat.of(1))));
        NoteSequence piece = NoteSequence.of("50%\nX:2\nK:D", new Tempo(120), Meter.FOUR_FOUR, List.of(part));

        NoteSequence again = AbcReader.read(AbcWriter.text(piece).getBytes(StandardCharsets.UTF_8));

        assertThat(again.title()).isEqualTo("50% X:2 K:D");
        assertThat(again.parts()).extracting(Part::name).containsExactly("a'b C|");
        assertThat(SoundingNotes.notes(again)).containsExactly("0 C4 1");
    }

    @Test
    void endlessPieceIsRefusedWithAWayOut() {
        NoteSequence piece = piece(Meter.FOUR_FOUR, note(60, Beat.of(1_000_000_000), Beat.of(1)));

        assertThatThrownBy(() -> AbcWriter.text(piece))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 100000 bars; write MIDI, or cut it");
    }
}
