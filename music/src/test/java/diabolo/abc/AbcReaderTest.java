package diabolo.abc;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Finding;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Reading;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule of ABC at a time. */
class AbcReaderTest {

    @TempDir
    private Path folder;

    private static NoteSequence read(String tune) throws MalformedNotationException {
        return AbcReader.read(tune.getBytes(StandardCharsets.UTF_8));
    }

    /** A body in C major, in quarters. */
    private static NoteSequence body(String music) throws MalformedNotationException {
        return read("X:1\nM:4/4\nL:1/4\nK:C\n" + music + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "C2 D/ E// z F3/2 | G; 0 C4 2, 2 D4 1/2, 5/2 E4 1/4, 15/4 F4 3/2, 21/4 G4 1",
                "C,, c c''; 0 C2 1, 1 C5 1, 2 C7 1",
                "[CEG]2 D; 0 C4 2, 0 E4 2, 0 G4 2, 2 D4 1",
                "[C2E] D; 0 C4 2, 0 E4 1, 2 D4 1",
                "C>D E<<F; 0 C4 3/2, 3/2 D4 1/2, 2 E4 1/4, 9/4 F4 7/4",
                "(3CDE F; 0 C4 2/3, 2/3 D4 2/3, 4/3 E4 2/3, 2 F4 1",
                "(3:2:2 C2D E; 0 C4 4/3, 4/3 D4 2/3, 2 E4 1",
                "(3::2 C2D (2EF; 0 C4 4/3, 4/3 D4 2/3, 2 E4 3/2, 7/2 F4 3/2",
                "(3C>DE; 0 C4 1, 1 D4 1/3, 4/3 E4 2/3",
                "C4-|C2 C2; 0 C4 6, 6 C4 2",
                "C4 & [K:Db]_D4-|[K:A]^C4; 0 C4 4, 0 C#4 8",
                "C4-& z2 C2-|C & C2; 0 C4 5, 2 C4 4",
                "z4 & C4-|C; 0 C4 5",
                "[CE]2-[C-E]|C; 0 C4 4, 0 E4 3",
                "C/ (D .E) ~F {/fga}!trill(!G uA; 0 C4 1/2, 1/2 D4 1, 3/2 E4 1, 5/2 F4 1, 7/2 G4 1, 9/2 A4 1",
                "\"Am7\"A \"^slowly\"B y [r: note] c $\\; 0 A4 1, 1 B4 1, 2 C5 1",
                "Z2 | C; 8 C4 1",
                "C4 & E2 G2 | F; 0 C4 4, 0 E4 2, 2 G4 2, 4 F4 1",
                "C x D Z E; 0 C4 1, 2 D4 1, 7 E4 1",
            })
    void notesSoundWhenAndAsLongAsWritten(String music, String heard) throws MalformedNotationException {
        assertThat(String.join(", ", SoundingNotes.notes(body(music)))).isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "C, ^F F =F f | F, F#4 F#4 F4 F5 F4",
        "G, F =F F f | F, F#4 F4 F4 F#5 F#4",
        "Ddor, F B _B B | B, F4 B4 A#4 A#4 B4",
        "A Mixolydian, c f g, C#5 F#5 G5",
        "F#m, F C G, F#4 C#4 G#4",
        "Bb lyd, E B, E4 A#4",
        "D Phr ^f, F B, F#4 A#4",
        "C exp ^f _b, F B c, F#4 A#4 C5",
        "Hp, F C G, F#4 C#4 G4",
        "HP, F c G, F#4 C#5 G4",
        "none, F B, F4 B4",
        "G clef=treble-8, F, F#3",
        "G octave=-1 transpose=2, F, G#3",
        "C, ^F-|F F, F#4 F4",
        "C, __B ^^C ^E, A4 D4 F4",
    })
    void accidentalsFollowKeyAndBar(String key, String music, String heard) throws MalformedNotationException {
        assertThat(SoundingNotes.tune(read("X:1\nL:1/4\nK:" + key + "\n" + music + "\n")))
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({"%abc-2.1, %, F#4 F#5", "%abc, %, F#4 F5", "%abc-2.1, %%propagate-accidentals octave, F#4 F5"})
    void accidentalsReachOtherOctavesWhereTheStandardIsNamed(String first, String directive, String heard)
            throws MalformedNotationException {
        assertThat(SoundingNotes.tune(read(first + "\n\nX:1\n" + directive + "\nK:C\n^F f\n")))
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({
        "A|:B:|c, A4 B4 B4 C5",
        "A:|B, A4 A4 B4",
        "|:A|B::c|d:|, A4 B4 A4 B4 C5 D5 C5 D5",
        "|:A:||:B:|, A4 A4 B4 B4",
        "A||B:|c, A4 B4 B4 C5",
        "|:A||B:|c, A4 B4 A4 B4 C5",
        "A||B|1c:|2d|]e:|, A4 B4 C5 B4 D5 E5 E5",
        "|:A|1 B:|2 c|], A4 B4 A4 C5",
        "'|:A|[1,3 B:|[2 c:|d', A4 B4 A4 C5 A4 B4 D5",
        "A|:B|[1 c:|[2 d|]e, A4 B4 C5 B4 D5 E5",
        "|::A::|B, A4 A4 A4 B4",
        "A|B!fine!|c!D.C.!|, A4 B4 C5 A4 B4",
        "'|:A|[\"1\" B:|[\"2-9\" c|]', A4 B4 A4 C5",
        "|:A-|1 A:|2 -A|], A4 A4",
    })
    void repeatsAreUnfolded(String music, String heard) throws MalformedNotationException {
        assertThat(SoundingNotes.tune(body(music))).isEqualTo(heard);
    }

    @Test
    void theRepeatThatOneVoiceBeginsIsThatOfAll() throws MalformedNotationException {
        NoteSequence piece = read("X:1\nL:1/4\nM:4/4\nV:1\nV:2\nK:C\n[V:1]|:CDEF||GABc:|\n[V:2]CDEF||GABc:|\n");

        assertThat(piece.parts()).allMatch(part -> part.notes().size() == 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E HTc2|", "+trill+E c2|", "!trill!E uTc2|", "E \"Some text\"c2|"})
    void signsBeforeNotesAreNoWords(String behindAnEmptyLine) throws MalformedNotationException {
        byte[] tune = ("X:1\nL:1/4\nK:C\nCD|\n\n" + behindAnEmptyLine + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(SoundingNotes.tune(AbcReader.readLenient(tune).sequence())).isEqualTo("C4 D4 E4 C5");
    }

    @Test
    void wordsBehindAnEmptyLineAreNoMusicThoughTheyHoldABar() throws MalformedNotationException {
        assertThat(SoundingNotes.tune(read("X:1\nL:1/4\nK:C\nCDEF|\n\nSome text | with a bar\n")))
                .isEqualTo("C4 D4 E4 F4");
    }

    @Test
    void aGraceNoteInAChordIsLeftOutAsElsewhere() throws MalformedNotationException {
        assertThat(SoundingNotes.tune(body("[{d}CE]"))).isEqualTo(SoundingNotes.tune(body("[CE]")));
    }

    @Test
    void voicesBecomePartsWhereverTheyAreNamed() throws MalformedNotationException {
        NoteSequence piece = read("""
                X:1
                T:Duet
                M:2/4
                L:1/4
                V:S name="Soprano"
                V:B clef=bass
                K:F
                %%MIDI program 1 40
                V:S
                AB|c2|
                [V:B] F,2|[V:B] B,,2|
                V:S
                d2|]
                [V:B] F,2|]
                """);

        assertThat(piece.title()).isEqualTo("Duet");
        assertThat(piece.parts()).extracting(Part::name).containsExactly("Soprano", "B");
        assertThat(piece.parts())
                .extracting(Part::instrument)
                .containsExactly(new Instrument.Melodic(40), Instrument.PIANO);
        assertThat(SoundingNotes.notes(piece))
                .containsExactly("0 F3 2", "0 A4 1", "1 A#4 1", "2 A#2 2", "2 C5 2", "4 F3 2", "4 D5 2");
    }

    @Test
    void barLinesOfOneVoiceHoldForTheOther() throws MalformedNotationException {
        NoteSequence piece = body("V:1\nA B c d | e4 |]\nV:2\nA2 | B2 c4 |]");

        assertThat(SoundingNotes.notes(piece.withParts(piece.parts().subList(1, 2))))
                .containsExactly("0 A4 2", "2 B4 2", "4 C5 4");
    }

    @Test
    void headerTellsTempoMeterAndKeyAndInlineFieldsChangeThem() throws MalformedNotationException {
        NoteSequence piece =
                read("X:1\nM:6/8\nQ:3/8=60\nK:Em\nEFG ABc|[M:C|][K:G][L:1/4][Q:\"faster\" 1/2=100]GABc|\n");

        assertThat(piece.meters())
                .containsExactly(new At<>(Beat.ZERO, new Meter(6, 8)), new At<>(Beat.of(3), new Meter(2, 2)));
        assertThat(piece.keys())
                .containsExactly(
                        new At<>(Beat.ZERO, new Key(1, Key.Mode.MINOR)),
                        new At<>(Beat.of(3), new Key(1, Key.Mode.MAJOR)));
        assertThat(piece.tempos())
                .containsExactly(new At<>(Beat.ZERO, new Tempo(90)), new At<>(Beat.of(3), new Tempo(200)));
        assertThat(piece.length()).isEqualTo(Beat.of(7));
    }

    @ParameterizedTest
    @CsvSource({"2/4, 1/4", "6/8, 1/2", "C, 1/2", "none, 1/2", "(2+3)/8, 1/4", "2/4+3/8, 1/2", "3/4, 1/2"})
    void unitLengthComesFromTheMeterWhereNoneIsGiven(String meter, String duration) throws MalformedNotationException {
        assertThat(SoundingNotes.notes(read("X:1\nM:" + meter + "\nK:C\nC|\n"))).containsExactly("0 C4 " + duration);
    }

    @Test
    void pickupIsAShortBarBehindWhichTheMeterIsStatedAgain() throws MalformedNotationException {
        NoteSequence piece = read("X:1\nM:3/4\nL:1/4\nK:C\nG|ABc|d3|]\n");

        assertThat(piece.meters())
                .containsExactly(new At<>(Beat.ZERO, new Meter(3, 4)), new At<>(Beat.of(1), new Meter(3, 4)));
    }

    @Test
    void tunesOfABookAreReadOneByOne() throws IOException {
        Path book = Files.writeString(
                folder.resolve("book.abc"),
                "M:3/4\nL:1/4\n\nX:1\nT:One\nK:C\nC\n\nSome words.\n\nX:2\nT:Two\nM:2/4\nK:D\nF\n");

        List<NoteSequence> tunes = AbcReader.readAll(book);
        Reading first = AbcReader.readLenient(book);

        assertThat(tunes).extracting(NoteSequence::title).containsExactly("One", "Two");
        assertThat(tunes).extracting(tune -> tune.meterAt(Beat.ZERO)).containsExactly(new Meter(3, 4), new Meter(2, 4));
        assertThat(SoundingNotes.notes(tunes.get(1))).containsExactly("0 F#4 1");
        assertThat(first.sequence()).isEqualTo(AbcReader.read(book)).isEqualTo(tunes.getFirst());
        assertThat(SoundingNotes.findings(first, Finding.Kind.NOTED))
                .containsExactly("file: it has 2 tunes; the first was read; a corpus takes them all");
    }

    @Test
    void commentsLyricsTextBlocksAndContinuationsSaySilently() throws MalformedNotationException {
        NoteSequence piece = read("""
                X:1 % number
                T:A \\% tune % title
                L:1/4
                K:C % key
                C D \\
                w: do re
                %%begintext
                ABC|
                %%endtext
                E % F
                % G
                W: all words
                +: more words
                F:|
                """);

        assertThat(SoundingNotes.tune(piece)).isEqualTo("C4 D4 E4 F4 C4 D4 E4 F4");
    }

    @Test
    void chordSymbolsAreKeptAndOtherTextInQuotesIsNot() throws MalformedNotationException {
        String music = "|:\"Am7\"A2 \"^slow\"B\"D/F#\"c|\"Fine\"d2 \"E7\"e2:|";
        Reading reading =
                AbcReader.readLenient(("X:1\nM:4/4\nL:1/4\nK:C\n" + music + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(reading.sequence().chords())
                .extracting(chord -> chord.start() + " " + chord.value().text())
                .containsExactly("0 Am7", "3 D/F#", "6 E7", "8 Am7", "11 D/F#", "14 E7");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.DROPPED))
                .singleElement()
                .asString()
                .contains("a text in quotes that is no chord symbol");
    }

    @Test
    void latinOneIsReadWhereBytesAreNoUtf8() throws MalformedNotationException {
        byte[] file = "X:1\nT:Stra\u00DFe\nK:C\nC\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(AbcReader.read(file).title()).isEqualTo("Stra\u00DFe");
    }
}
