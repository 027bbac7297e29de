package diabolo.musicxml;

import static diabolo.musicxml.Xml.note;
import static diabolo.musicxml.Xml.piece;
import static diabolo.musicxml.Xml.rest;
import static diabolo.musicxml.Xml.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Finding;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Reading;
import diabolo.note.Tempo;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One rule of MusicXML at a time. */
class MusicXmlReaderTest {

    private static final String TIE_START = "<tie type='start'/>";
    private static final String TIE_STOP = "<tie type='stop'/>";

    @Test
    void notesFollowOneAnotherAndRestsTakeTime() throws MalformedNotationException {
        byte[] file = piece(note("C4", 2) + rest(1) + note("D4", 1), note("E4", 4));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 1", "3/2 D4 1/2", "2 E4 2");
    }

    @Test
    void chordNotesBeginTogetherWithTheNoteBeforeThem() throws MalformedNotationException {
        byte[] file = piece(note("C4", 2) + note("E4", 2, "<chord/>") + note("G4", 2, "<chord/>") + note("D4", 2));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 1", "0 E4 1", "0 G4 1", "1 D4 1");
    }

    @Test
    void backupAndForwardMoveThePosition() throws MalformedNotationException {
        byte[] file = piece(note("C5", 4)
                + "<backup><duration>4</duration></backup><forward><duration>1</duration></forward>"
                + note("C3", 3, "<voice>2</voice>"));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C5 2", "1/2 C3 3/2");
    }

    @Test
    void tupletsAreExactFractions() throws MalformedNotationException {
        byte[] file = piece("<attributes><divisions>3</divisions></attributes>" + note("C4", 1) + note("D4", 1)
                + note("E4", 1) + note("F4", 3));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 1/3", "1/3 D4 1/3", "2/3 E4 1/3", "1 F4 1");
    }

    @Test
    void tiedHeadsSoundAsOneNoteAcrossTheBarLine() throws MalformedNotationException {
        byte[] file = piece(
                note("C4", 2, TIE_START), note("C4", 2, TIE_STOP, TIE_START), note("C4", 2, TIE_STOP) + note("C4", 2));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 3", "3 C4 1");
    }

    @Test
    void tiesJoinTheVoiceTheyBelongTo() throws MalformedNotationException {
        byte[] file = piece(
                note("C4", 4, "<voice>1</voice>", TIE_START) + "<backup><duration>2</duration></backup>"
                        + note("C4", 2, "<voice>2</voice>", TIE_START),
                note("C4", 1, "<voice>2</voice>", TIE_STOP) + "<backup><duration>1</duration></backup>"
                        + note("C4", 4, "<voice>1</voice>", TIE_STOP));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 4", "1 C4 3/2");
    }

    @Test
    void tieWithoutAnEndKeepsItsNoteAndIsNoted() throws MalformedNotationException {
        byte[] file = piece(note("C4", 2, TIE_START) + note("D4", 2));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("0 C4 1", "1 D4 1");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.NOTED))
                .singleElement()
                .asString()
                .contains("tie", "part P1");
    }

    @Test
    void graceAndCueNotesAreDroppedAndReported() throws MalformedNotationException {
        byte[] file = piece("<note><grace/>" + Xml.pitch("B3") + "</note>" + note("C4", 2) + "<note><cue/>"
                + Xml.pitch("G4") + "<duration>2</duration></note>" + note("D4", 2));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("0 C4 1", "2 D4 1");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.DROPPED))
                .hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).contains("grace note", "bar 1 of part P1"))
                .anySatisfy(sentence -> assertThat(sentence).contains("cue note"));
    }

    @Test
    void lyricsAreDroppedAndReportedOnceWithTheirCount() throws MalformedNotationException {
        String lyric = "<lyric><text>la</text></lyric>";
        byte[] file = piece(note("C4", 2, lyric), note("C4", 2, lyric));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThat(SoundingNotes.findings(reading, Finding.Kind.DROPPED))
                .singleElement()
                .asString()
                .contains("lyrics (2 times");
    }

    @Test
    void transposingInstrumentsSoundAtConcertPitchInConcertKey() throws MalformedNotationException {
        byte[] file = piece("<attributes><key><fifths>2</fifths></key><transpose><diatonic>-1</diatonic>"
                + "<chromatic>-2</chromatic><octave-change>-1</octave-change></transpose></attributes>"
                + note("D5", 2));

        NoteSequence sequence = MusicXmlReader.read(file);

        assertThat(SoundingNotes.notes(sequence)).containsExactly("0 C4 1");
        assertThat(sequence.keys()).containsExactly(new At<>(Beat.ZERO, Key.C_MAJOR));
    }

    @Test
    void keysKeepTheirModeAndAreRespelledWithinSevenAccidentals() throws MalformedNotationException {
        byte[] file = piece(
                "<attributes><key><fifths>-3</fifths><mode>minor</mode></key></attributes>" + note("C4", 8),
                "<attributes><key><fifths>8</fifths></key></attributes>" + note("C4", 8));

        assertThat(MusicXmlReader.read(file).keys())
                .containsExactly(
                        new At<>(Beat.ZERO, new Key(-3, Key.Mode.MINOR)),
                        new At<>(Beat.of(4), new Key(-4, Key.Mode.MAJOR)));
    }

    @Test
    void metreIsStatedAgainAfterAPickup() throws MalformedNotationException {
        byte[] file = piece(time(3, 4) + note("G4", 2), note("C5", 6), note("D5", 6));

        assertThat(MusicXmlReader.read(file).meters())
                .containsExactly(new At<>(Beat.ZERO, new Meter(3, 4)), new At<>(Beat.of(1), new Meter(3, 4)));
    }

    @Test
    void pickupThatCompletesTheBarBeforeARepeatNeedsNoNewMeter() throws MalformedNotationException {
        byte[] file =
                piece(time(3, 4) + note("G4", 2), note("C5", 6), note("D5", 4) + Xml.repeat("backward"), note("E5", 6));

        NoteSequence sequence = MusicXmlReader.read(file);

        assertThat(SoundingNotes.tune(sequence)).isEqualTo("G4 C5 D5 G4 C5 D5 E5");
        assertThat(sequence.meters()).extracting(At::start).containsExactly(Beat.ZERO, Beat.of(1), Beat.of(12));
    }

    @Test
    void compoundTimeSignaturesAreAddedUp() throws MalformedNotationException {
        byte[] file = piece(
                "<attributes><time><beats>3+2</beats><beat-type>8</beat-type></time></attributes>" + note("C4", 5),
                "<attributes><time><beats>2</beats><beat-type>4</beat-type><beats>3</beats><beat-type>8</beat-type>"
                        + "</time></attributes>" + note("C4", 7));

        assertThat(MusicXmlReader.read(file).meters())
                .containsExactly(new At<>(Beat.ZERO, new Meter(5, 8)), new At<>(Beat.of(5, 2), new Meter(7, 8)));
    }

    @Test
    void emptyBarLastsAsLongAsItsMeterAndAShortOneAsLongAsItsNotes() throws MalformedNotationException {
        byte[] file = piece(time(3, 4) + note("C4", 6), "", note("D4", 4), note("E4", 6));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("0 C4 3", "6 D4 2", "8 E4 3");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.NOTED))
                .singleElement()
                .asString()
                .startsWith("bar 3: ");
    }

    @Test
    void temposComeFromSoundOrElseFromTheMetronomeMark() throws MalformedNotationException {
        String dottedQuarter =
                "<metronome><beat-unit>quarter</beat-unit><beat-unit-dot/>" + "<per-minute>60</per-minute></metronome>";
        byte[] file = piece(
                "<direction><direction-type>" + dottedQuarter + "</direction-type></direction>" + note("C4", 2),
                "<direction><direction-type>" + dottedQuarter + "</direction-type><sound tempo='72.5'/></direction>"
                        + note("C4", 2));

        assertThat(MusicXmlReader.read(file).tempos())
                .containsExactly(new At<>(Beat.ZERO, new Tempo(90)), new At<>(Beat.of(1), new Tempo(72.5)));
    }

    @Test
    void dynamicsHoldFromTheirPositionOnWhateverTheOrderInTheFile() throws MalformedNotationException {
        byte[] file = piece(note("C5", 2)
                + "<direction><direction-type><dynamics><pp/></dynamics></direction-type></direction>" + note("D5", 2)
                + "<backup><duration>4</duration></backup>" + note("C3", 2) + note("D3", 2)
                + Xml.sound("dynamics='100'") + note("E3", 2));

        assertThat(MusicXmlReader.read(file).allNotes().map(note -> note.velocity()
                        .midi()))
                .containsExactly(90, 90, 33, 33, 90);
    }

    @Test
    void everyStaffBecomesAPart() throws MalformedNotationException {
        byte[] file = piece(note("C5", 2, "<staff>1</staff>") + "<backup><duration>2</duration></backup>"
                + note("C3", 2, "<staff>2</staff>"));

        assertThat(MusicXmlReader.read(file).parts())
                .extracting(Part::name)
                .containsExactly("Flute, upper staff", "Flute, lower staff");
    }

    @Test
    void titleIsThatOfTheWorkOrTheMovement() throws MalformedNotationException {
        String body = Xml.part("P1", note("C4", 2));

        assertThat(MusicXmlReader.read(Xml.bytes("<score-partwise><work><work-title>A  Rag</work-title></work>"
                                + "<movement-title>Trio</movement-title>"
                                + "<part-list><score-part id='P1'/></part-list>" + body + "</score-partwise>"))
                        .title())
                .isEqualTo("A Rag");
    }

    @Test
    void timewiseDocumentsReadAsPartwiseOnes() throws MalformedNotationException {
        String list = "<part-list><score-part id='P1'/><score-part id='P2'/></part-list>";
        byte[] file = Xml.bytes("<score-timewise>" + list
                + "<measure number='1'><part id='P1'>" + Xml.DIVISIONS + note("C4", 2) + "</part></measure>"
                + "<measure number='2'><part id='P1'>" + note("D4", 2) + "</part><part id='P2'>" + Xml.DIVISIONS
                + note("G3", 2) + "</part></measure></score-timewise>");

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 1", "1 G3 1", "1 D4 1");
    }

    @Test
    void encodingIsThatOfTheByteOrderMarkOrTheDeclaration() throws MalformedNotationException {
        String song = new String(piece(note("C4", 2)), StandardCharsets.UTF_8).replace("Flute", "Flöte");
        String latin1 = "<?xml version='1.0' encoding='ISO-8859-1'?>" + song;

        assertThat(partName(song.getBytes(StandardCharsets.UTF_8))).isEqualTo("Flöte");
        assertThat(partName(("\uFEFF" + song).getBytes(StandardCharsets.UTF_8))).isEqualTo("Flöte");
        assertThat(partName(song.getBytes(StandardCharsets.UTF_16))).isEqualTo("Flöte");
        assertThat(partName(latin1.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Flöte");
    }

    @Test
    void bytesOutsideTheEncodingAreRefusedAndLenientlyReplaced() throws MalformedNotationException {
        byte[] file = new String(piece(note("C4", 2)), StandardCharsets.UTF_8)
                .replace("Flute", "Flöte")
                .getBytes(StandardCharsets.ISO_8859_1);

        Reading reading = MusicXmlReader.readLenient(file);

        assertThatThrownBy(() -> MusicXmlReader.read(file)).hasMessageContaining("not UTF-8");
        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("0 C4 1");
    }

    private static String partName(byte[] file) throws MalformedNotationException {
        return MusicXmlReader.read(file).parts().getFirst().name();
    }
}
