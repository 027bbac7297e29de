package diabolo.musicxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.ForAll;
import diabolo.abc.AbcReader;
import diabolo.midi.MidiReader;
import diabolo.notation.MalformedNotationException;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordKind;
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
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MusicXmlWriterTest {

    @Test
    void writtenMusicReadsBackTheSame() {
        ForAll.examples(MusicXmlWriterTest::crowdedPiece)
                .check(piece -> assertThat(writtenAndRead(piece)).isEqualTo(piece));
    }

    @Test
    void finerGridsReadBackTheSameToo() {
        Note oneOfSevenInAFifth = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(3, 35), Beat.of(11, 480));

        assertThat(writtenAndRead(pieceOf(oneOfSevenInAFifth)).allNotes()).containsExactly(oneOfSevenInAFifth);
    }

    @Test
    void positionsThatNoDivisionsHoldAreRoundedByLessThanOne() {
        Note odd = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(7, 32_749), Beat.of(1, 999_983));

        Note back = writtenAndRead(pieceOf(odd)).allNotes().findFirst().orElseThrow();

        assertThat(back.start().toDouble()).isBetween(7 / 32_749.0 - 1 / 80_640.0, 7 / 32_749.0 + 1 / 80_640.0);
        assertThat(back.duration()).isEqualTo(Beat.of(1, 80_640));
    }

    @Test
    void everyPitchOfMidiReadsBack() {
        Note[] scale = Stream.iterate(0, midi -> midi < 128, midi -> midi + 1)
                .map(midi -> new Note(Pitch.of(midi), Velocity.DEFAULT, Beat.of(midi, 4), Beat.of(1, 4)))
                .toArray(Note[]::new);
        for (int fifths = -7; fifths <= 7; fifths++) {
            Key key = new Key(fifths, Key.Mode.MAJOR);
            NoteSequence piece = inKey(key, pieceOf(scale));

            assertThat(writtenAndRead(piece).allNotes()).containsExactly(scale);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 61, C, 1", "0, 70, B, -1", "-4, 61, D, -1", "4, 63, D, 1", "0, 68, G, 1", "7, 60, B, 1"})
    void pitchesAreSpelledByTheKey(int fifths, int midi, String step, int alter) {
        NoteSequence piece = inKey(new Key(fifths, Key.Mode.MAJOR), pieceOf(quarter(midi, 0)));

        assertThat(xmlOf(piece)).containsPattern("<step>" + step + "</step>\\s*<alter>" + alter + "</alter>");
    }

    @Test
    void notesAcrossABarLineAreTied() {
        Note long5 = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(3), Beat.of(5));

        assertThat(xmlOf(pieceOf(long5)))
                .containsSubsequence(
                        "<type>quarter</type>",
                        "<tied type=\"start\"/>",
                        "</measure>",
                        "<type>whole</type>",
                        "<tied type=\"stop\"/>");
    }

    @Test
    void lengthsHaveTheirNoteValues() {
        assertThat(xmlOf(pieceOf(note(60, 0, 3)))).containsPattern("<type>half</type>\\s*<dot/>");
        assertThat(xmlOf(pieceOf(new Note(Pitch.of(60), Velocity.DEFAULT, Beat.ZERO, Beat.of(1, 3)))))
                .containsPattern("<type>eighth</type>\\s*<time-modification>\\s*<actual-notes>3</actual-notes>");
    }

    @Test
    void tripletsInTicksThatThreeDoesNotDivideAreWrittenAsTripletsAndReadBackTheSame() {
        Beat third = Beat.of(341, 1024);
        Note first = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.ZERO, third);
        Note second = new Note(Pitch.of(62), Velocity.DEFAULT, third, third);
        Note last = new Note(Pitch.of(64), Velocity.DEFAULT, third.times(2), Beat.of(342, 1024));
        NoteSequence piece = pieceOf(first, second, last);

        assertThat(xmlOf(piece).split("<type>eighth</type>\\s*<time-modification>\\s*<actual-notes>3</actual-notes>"))
                .hasSize(4);
        assertThat(writtenAndRead(piece).allNotes()).containsExactly(first, second, last);
    }

    @Test
    void aPickupIsAShortBar() {
        NoteSequence piece = new NoteSequence(
                "",
                List.of(new Part("", Instrument.PIANO, List.of(quarter(60, 0), note(62, 1, 4)))),
                List.of(),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR), new At<>(Beat.of(1), Meter.FOUR_FOUR)),
                List.of());

        assertThat(xmlOf(piece)).contains("<measure number=\"0\" implicit=\"yes\">");
        assertThat(writtenAndRead(piece)).isEqualTo(piece);
    }

    @Test
    void aPartThatRestsInAPickupIsNotSaidToRestForAWholeBar() throws Exception {
        String tune = "X:1\nM:4/4\nL:1/4\nV:1\nV:2\nK:C\n[V:1]A|z4|ABcd|]\n[V:2]z|CDEF|CDEF|]\n";

        assertThat(xmlOf(AbcReader.read(tune.getBytes(StandardCharsets.UTF_8)))).containsOnlyOnce("measure=\"yes\"");
    }

    @Test
    void chordSymbolsAreKeptWhereNoNoteBegins() {
        ChordSymbol altered = ChordSymbol.parse("G7(b9,#11)/B").orElseThrow();
        ChordSymbol unknown =
                new ChordSymbol(altered.root(), ChordKind.OTHER, List.of(), Optional.empty(), "<mystic> & \"strange\"");
        NoteSequence piece = pieceOf(note(60, 0, 8))
                .withChords(List.of(
                        new At<>(Beat.ZERO, altered),
                        new At<>(Beat.of(5, 3), ChordSymbol.NO_CHORD),
                        new At<>(Beat.of(9), unknown)));

        assertThat(writtenAndRead(piece)).isEqualTo(piece);
    }

    @Test
    void titlesAndNamesMayHoldAnyCharacter() throws IOException {
        Part part = new Part("<Flöte> & \"co\"", Instrument.PIANO, List.of(quarter(60, 0)));
        NoteSequence piece = NoteSequence.of("a\u0000b\uD800 𝄞", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(part));

        NoteSequence back = writtenAndRead(piece);

        assertThat(back.title()).isEqualTo("a b 𝄞");
        assertThat(back.parts()).containsExactly(part);
    }

    @Test
    void aPieceWithoutNotesIsWrittenToo() {
        assertThat(writtenAndRead(NoteSequence.of("silence", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of())))
                .isEqualTo(NoteSequence.of("silence", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of()));
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithTheReason() {
        Note late = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.of(1_000_000_000), Beat.of(1));
        NoteSequence fast = pieceOf(quarter(60, 0)).withTempo(new Tempo(20_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MusicXmlWriter.bytes(pieceOf(late)))
                .withMessageContaining("more than 200000 bars");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MusicXmlWriter.bytes(fast))
                .withMessageContaining("at most 10000 beats a minute to be written as MusicXML, was 20000.0");
    }

    @Test
    void hoursOfRestAreReadBackFromTheCompressedFileToo(@TempDir Path folder) throws IOException {
        NoteSequence piece = pieceOf(quarter(60, 0), quarter(60, 60_000));
        Path file = folder.resolve("new").resolve("rests.MXL");

        MusicXmlWriter.write(piece, file);

        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
        assertThat(MusicXmlReader.read(file)).isEqualTo(piece);
        assertThat(MusicXmlWriter.compressedBytes(piece)).isEqualTo(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource({
        "leadsheets-openewld, 20",
        "ragtime-deephear, 3",
        "drums-groove, 300",
        "multitrack-games, 40",
        "folk-nottingham, 300",
        "ragtime-mutopia, 6"
    })
    void realFilesReadBackTheSameFromWhatIsWritten(String folder, int stride) throws IOException {
        var found = DataFolder.find(folder);
        assumeTrue(found.isPresent(), DataFolder.ABSENT);
        List<Path> files;
        try (Stream<Path> all = Files.walk(found.get())) {
            files = all.filter(file -> file.toString().matches(".*\\.(xml|mxl|mid)"))
                    .sorted()
                    .toList();
        }

        assertThat(files).isNotEmpty();
        for (int i = 0; i < files.size(); i += stride) {
            Path file = files.get(i);
            NoteSequence piece = file.toString().endsWith(".mid")
                    ? MidiReader.readLenient(file).sequence()
                    : MusicXmlReader.readLenient(file).sequence();
            assertSameMusic(writtenAndRead(piece), piece, file);
        }
    }

    /** But for parts without notes, and changes to what holds already. */
    private static void assertSameMusic(NoteSequence back, NoteSequence piece, Path file) {
        assertThat(back.parts())
                .as(file.toString())
                .isEqualTo(piece.parts().stream()
                        .filter(part -> !part.notes().isEmpty())
                        .map(part ->
                                new Part(part.name().strip().replaceAll("\\s+", " "), part.instrument(), part.notes()))
                        .toList());
        assertThat(back.chords()).as(file.toString()).isEqualTo(piece.chords());
        Stream.concat(
                        piece.meters().stream().map(At::start),
                        piece.tempos().stream().map(At::start))
                .forEach(position -> {
                    assertThat(back.meterAt(position))
                            .as(file + " at " + position)
                            .isEqualTo(piece.meterAt(position));
                    assertThat(back.tempoAt(position).beatsPerMinute())
                            .as(file + " at " + position)
                            .isCloseTo(piece.tempoAt(position).beatsPerMinute(), offset(1e-8));
                });
    }

    private static NoteSequence writtenAndRead(NoteSequence piece) {
        try {
            return MusicXmlReader.read(MusicXmlWriter.bytes(piece));
        } catch (MalformedNotationException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String xmlOf(NoteSequence piece) {
        return new String(MusicXmlWriter.bytes(piece), StandardCharsets.UTF_8);
    }

    private static NoteSequence pieceOf(Note... notes) {
        return NoteSequence.of(
                "", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(notes))));
    }

    private static NoteSequence inKey(Key key, NoteSequence piece) {
        return new NoteSequence(
                piece.title(), piece.parts(), piece.tempos(), piece.meters(), List.of(new At<>(Beat.ZERO, key)));
    }

    private static Note quarter(int midi, int start) {
        return note(midi, start, 1);
    }

    private static Note note(int midi, int start, int quarters) {
        return new Note(Pitch.of(midi), Velocity.DEFAULT, Beat.of(start), Beat.of(quarters));
    }

    /** Few pitches and short spans, so that equal pitches overlap, nest and repeat. */
    private static NoteSequence crowdedPiece(SplittableRandom random) {
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < random.nextInt(1, 6); index++) {
            Instrument instrument =
                    random.nextInt(3) == 0 ? new Instrument.Drums() : new Instrument.Melodic(random.nextInt(128));
            List<Note> notes = Stream.generate(() -> crowdedNote(random))
                    .limit(random.nextInt(1, 30))
                    .toList();
            parts.add(new Part("part " + random.nextInt(3), instrument, notes));
        }
        return new NoteSequence(
                "crowded",
                parts,
                List.of(
                        new At<>(Beat.ZERO, new Tempo(random.nextInt(1, 300))),
                        new At<>(Beat.of(random.nextInt(1, 500), 48), new Tempo(301.125))),
                List.of(
                        new At<>(Beat.ZERO, new Meter(random.nextInt(1, 9), 1 << random.nextInt(5))),
                        new At<>(Beat.of(random.nextInt(1, 500), 48), new Meter(11, 8))),
                List.of(new At<>(Beat.of(random.nextInt(500), 48), new Key(random.nextInt(-7, 8), Key.Mode.MINOR))),
                chords(random));
    }

    private static Note crowdedNote(SplittableRandom random) {
        return new Note(
                Pitch.of(60 + random.nextInt(3)),
                Velocity.of(random.nextInt(1, 128)),
                Beat.of(random.nextInt(6 * 48), 48),
                Beat.of(random.nextInt(1, 8 * 48), 48));
    }

    private static List<At<ChordSymbol>> chords(SplittableRandom random) {
        String[] symbols = {"C", "Am7/G", "F#dim", "Bb7b9", "N.C.", "E7alt", "Dm69", "Gsus4"};
        return Stream.generate(() -> new At<>(
                        Beat.of(random.nextInt(500), 48),
                        ChordSymbol.parse(symbols[random.nextInt(symbols.length)])
                                .orElseThrow()))
                .limit(random.nextInt(6))
                .toList();
    }
}
