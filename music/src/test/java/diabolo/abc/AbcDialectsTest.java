package diabolo.abc;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Finding;
import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the standard of ABC leaves to programs, old forms, and what snippets leave out. */
class AbcDialectsTest {

    private static final String HEADER = "X:1\nM:4/4\nL:1/4\nK:C\n";

    private static Reading lenient(String tune) throws MalformedNotationException {
        return AbcReader.readLenient(tune.getBytes(StandardCharsets.UTF_8));
    }

    private static NoteSequence read(String tune) throws MalformedNotationException {
        return lenient(tune.replace("\\n", "\n")).sequence();
    }

    private static String tune(String tune) throws MalformedNotationException {
        return SoundingNotes.tune(read(tune));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "P:ABA; C4 D4 C4",
                "P:(AB)2C; C4 D4 C4 D4 E4",
                "P:A2.B2; C4 C4 D4 D4",
                "P:A(B(CA)2)2; C4 D4 E4 C4 E4 C4 D4 E4 C4 E4 C4",
                "P:AX; C4 D4 E4",
                "P:1,2; C4 D4 E4",
            })
    void partsArePlayedInTheOrderOfTheHeader(String order, String expected) throws MalformedNotationException {
        assertThat(tune("X:1\n" + order + "\nL:1/1\nK:C\nP:A\nC|\nP:B\nD|[P:C]E|"))
                .isEqualTo(expected);
    }

    @Test
    void eachPartHasItsRepeats() throws MalformedNotationException {
        assertThat(tune("X:1\nP:ABA\nL:1/1\nK:C\nP:A\n|:C|1D:|2E|\nP:B\n|:F:|"))
                .isEqualTo("C4 D4 C4 E4 F4 F4 C4 D4 C4 E4");
    }

    @Test
    void anOrderOfPartsThatBeginNowhereLeavesTheRepeats() throws MalformedNotationException {
        assertThat(tune("X:1\nP:AABB\nL:1/1\nK:C\n|:C|D:|\n|:E|F:|")).isEqualTo("C4 D4 C4 D4 E4 F4 E4 F4");
    }

    @Test
    void fieldsBeforeTheFirstVoiceAreItsOwn() throws MalformedNotationException {
        NoteSequence piece =
                read("X:1\nP:ABA\nL:1/1\nK:C\n%%MIDI program 19\nP:A\nV:T\nC|\nV:B\nE|\nP:B\nV:T\nD|\nV:B\nF|");

        assertThat(SoundingNotes.notes(piece))
                .containsExactly("0 C4 4", "0 E4 4", "4 D4 4", "4 F4 4", "8 C4 4", "8 E4 4");
        assertThat(piece.parts()).extracting(Part::name).containsExactly("T", "B");
        assertThat(piece.parts().getFirst().instrument()).isEqualTo(new Instrument.Melodic(19));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "C|D!fine!|E!D.C.!|; C4 D4 E4 C4 D4",
                "C|D!fine!|E!D.C.alfine!|; C4 D4 E4 C4 D4",
                "C|D!fine!|E!dacapo!|; C4 D4 E4 C4 D4",
                "C|+segno+D!fine!|E!D.S.alfine!|; C4 D4 E4 D4",
                "C|!segno!D!dacoda!|E!D.S.alcoda!|!coda!F|; C4 D4 E4 D4 F4",
                "C|SD!dacoda!|E!D.S.!|OF|; C4 D4 E4 D4 F4",
                "C|SDO|E!D.S.alcoda!|OF|; C4 D4 E4 D4 F4",
                "C|\"^Fine\"D|\"_D.C. al Fine\"E|; C4 D4 E4 C4 D4",
                "C|\"^Segno\"D|\"^To Coda\"E|\"^D.S. al Coda\"F|\"^Coda\"G|; C4 D4 E4 F4 D4 E4 G4",
                "C|\"^Finetto\"D|\"^solo\"E|; C4 D4 E4",
                "C|D!fine!|E|]!D.C.!; C4 D4 E4 C4 D4",
                "|:C|D:|!fine!|:E|F:|!D.C.!|]; C4 D4 C4 D4 E4 F4 E4 F4 C4 D4",
                "C|D|\"^Fine\"|E|\"^D.C. al Fine\"|]; C4 D4 E4 C4 D4",
                "C|D|!segno!|E!fine!|F!D.S.!|; C4 D4 E4 F4 E4",
            })
    void jumpsAreFollowedInAllTheirDecorations(String music, String expected) throws MalformedNotationException {
        assertThat(tune("X:1\nL:1/1\nK:C\n" + music)).isEqualTo(expected);
    }

    @Test
    void aSignThatTheTuneDefinesAnewIsNoSegno() throws MalformedNotationException {
        assertThat(tune("X:1\nU: S = !trill!\nU: T = !segno!\nL:1/1\nK:C\nSC|TD|E!D.S.!|"))
                .isEqualTo("C4 D4 E4 D4 E4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "g4 f4|e6 e2 && (d8|c6) c2|G8|; 0 D5 4, 0 G5 2, 2 F5 2, 4 C5 3, 4 E5 3, 7 C5 1, 7 E5 1, 8 G4 4",
                "g8|e8|&& d8|c8|G8|; 0 D5 4, 0 G5 4, 4 C5 4, 4 E5 4, 8 G4 4",
                "(&g8|e8&d8|c8&)|G8|; 0 D5 4, 0 G5 4, 4 C5 4, 4 E5 4, 8 G4 4",
                "c4 (&g4|e8&d4|c8&B4|A8&)|G8|; 0 C5 2, 2 B4 2, 2 D5 2, 2 G5 2, 4 A4 4, 4 C5 4, 4 E5 4, 8 G4 4",
                "g8|e8|&& d8|; 0 D5 4, 0 G5 4, 4 E5 4",
                "g8|e8-|e8|&&& d8|c8-|c8|; 0 D5 4, 0 G5 4, 4 C5 8, 4 E5 8",
            })
    void anOverlayMayReachOverSeveralBars(String music, String expected) throws MalformedNotationException {
        assertThat(SoundingNotes.notes(read("X:1\nM:4/4\nL:1/8\nK:C\n" + music)))
                .containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "+CEG+D|; 0 C4 1, 0 E4 1, 0 G4 1, 1 D4 1",
                "+C2^E2+ +c/e/+; 0 C4 2, 0 F4 2, 2 C5 1/2, 2 E5 1/2",
                "+f+C +ff+D +fermata+E; 0 C4 1, 1 D4 1, 2 E4 1",
                "+accent+C +D.C.+; 0 C4 1, 1 C4 1",
            })
    void chordsOfTheOldKindStandBetweenPlusSigns(String music, String expected) throws MalformedNotationException {
        assertThat(SoundingNotes.notes(read(HEADER + music))).containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%%MIDI drummap F 36\\n%%MIDI drummap ^g 42\\n; %%MIDI channel 10\\n",
                "%%percmap F bass-drum-1 x\\n%%percmap ^g closed-hi-hat\\n; K:C clef=perc\\n",
                "%%percmap F 36\\n%%percmap ^g 42 triangle\\n; %%MIDI channel 10\\n",
            })
    void aDrumMapSaysWhichDrumANoteIs(String header, String body) throws MalformedNotationException {
        NoteSequence piece = read("X:1\\nM:4/4\\nL:1/4\\n" + header + "K:C\\n" + body + "F ^g F z|");

        assertThat(SoundingNotes.tune(piece)).isEqualTo("C2 F#2 C2");
        assertThat(piece.parts()).extracting(Part::instrument).containsExactly(new Instrument.Drums());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X:1\\nL:1/1\\n%%MIDI transpose -12\\nK:C\\nc|d|",
                "X:1\\nL:1/1\\nK:C\\n%%MIDI transpose -12\\nc|d|",
                "X:1\\nL:1/1\\nK:C\\nI:MIDI transpose -24\\n%%MIDI rtranspose 12\\nc|d|",
            })
    void midiTranspositionMovesWhatSounds(String tune) throws MalformedNotationException {
        assertThat(tune(tune)).isEqualTo("C4 D4");
    }

    @Test
    void programsHoldFromWhereTheyStand() throws MalformedNotationException {
        NoteSequence piece =
                read("X:1\nL:1/1\n%%MIDI program 19\nK:C\nC|%%\nD|\n%%MIDI program 40\nE|[I:MIDI program 41]F|");

        assertThat(piece.parts())
                .extracting(part ->
                        part.instrument() + " " + part.notes().getFirst().start())
                .containsExactlyInAnyOrder(
                        new Instrument.Melodic(19) + " 0",
                        new Instrument.Melodic(40) + " 8",
                        new Instrument.Melodic(41) + " 12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%MIDI program 40 %violin\\nC|",
                "%%MIDI program 40 violin\\nC|",
                "%%MIDI program 1 40 % by its channel\\nC|",
                "I:MIDI=program 40\\nC|",
                "[I: MIDI = program 40]C|",
            })
    void programsAreReadWithTheirRemarks(String music) throws MalformedNotationException {
        NoteSequence piece = read("X:1\nL:1/1\nK:C\n" + music);

        assertThat(piece.parts()).extracting(Part::instrument).containsExactly(new Instrument.Melodic(40));
    }

    @ParameterizedTest
    @CsvSource({"Q:1/4=c.100,100", "Q:1/4 = ca 100,100", "Q:1/8=~100,50", "Q:\"Andante\" 3/8=80-90,120"})
    void aboutATempoIsThatTempo(String tempo, double expected) throws MalformedNotationException {
        assertThat(read("X:1\nM:4/4\nL:1/8\n" + tempo + "\nK:C\nC8|")
                        .tempos()
                        .getFirst()
                        .value()
                        .beatsPerMinute())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Q:C2=60,60", "Q:C3=40,60", "Q:C=120,60", "Q:120,60", "Q:1/8=120,60"})
    void oldTemposCountUnitLengths(String tempo, double expected) throws MalformedNotationException {
        assertThat(read("X:1\nM:4/4\nL:1/8\n" + tempo + "\nK:C\nC8|")
                        .tempos()
                        .getFirst()
                        .value()
                        .beatsPerMinute())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "m: ~G2 = (3GAG FG/; L:1/8\\n~G2 A2; G4 A4 G4 F4 G4 A4",
                "m: ~n2 = n/o/n/m/; L:1/4\\n~C2 ~b2; C4 D4 C4 B3 B5 C6 B5 A5",
                "m: ~n2 = \"^nothing\"!trill!n2; L:1/4\\n~c'2; C6",
            })
    void macrosAreWrittenOut(String macro, String music, String expected) throws MalformedNotationException {
        assertThat(tune("X:1\n" + macro + "\nM:4/4\nK:C\n" + music + "|")).isEqualTo(expected);
    }

    @Test
    void macrosThatGrowWithoutEndLeaveTheLineAsItIs() throws MalformedNotationException {
        String growing = "m: C = CCCCCCCCCCCCCCCC\n".repeat(1) + "m: CC = " + "C".repeat(200) + "\n" + "m: CCC = "
                + "C".repeat(200) + "\n";

        assertThat(read("X:1\n" + growing + "L:1/4\nK:C\n" + "C".repeat(2000) + "|")
                        .allNotes())
                .hasSizeLessThan(70_000);
    }

    @Test
    void microtonesOfAKeyAreSaid() throws MalformedNotationException {
        Reading reading = lenient("X:1\nL:1/4\nK:D ^/f _3/4b\nDF|");

        assertThat(reading.findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("less than a semitone"));
        assertThat(SoundingNotes.tune(reading.sequence())).isEqualTo("D4 F#4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T:none\\nM:4/4\\nL:1/4\\nK:C\\nCDEF|",
                "X:\\nM:4/4\\nL:1/4\\nK:C\\nCDEF|",
                "  X:1\\n  M:4/4\\n  L:1/4\\n  K:C\\n  CDEF|",
                "X:1\\nM:4/4\\nL:1/4\\nK:c\\nCDEF|",
                "X:1\\nM:4/4\\nL:1/4\\nCDEF|",
                "M:4/4\\nL:1/4\\nCDEF|",
                "X:1\\nM:4/4\\nL:1/4\\nK:C\\nV:1 CDEF|",
                "X:1\\nM:4/4\\nL:1/4\\nK:G\\nV:1 CDE=F|",
                "X:1\\nM:4/4\\nL:1/4\\nV:1 clef=treble\\nK:C\\nV:1 CDEF|",
            })
    void snippetsAreReadWithoutWhatTheyLeaveOut(String snippet) throws MalformedNotationException {
        assertThat(tune(snippet)).isEqualTo("C4 D4 E4 F4");
    }

    @Test
    void whatASnippetLeavesOutIsSaidByItsName() throws MalformedNotationException {
        assertThat(lenient("M:4/4\nL:1/4\nCDEF|").findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("X:"))
                .anyMatch(message -> message.contains("K:"));
    }
}
