package diabolo.musicxml;

import static diabolo.musicxml.Xml.ending;
import static diabolo.musicxml.Xml.note;
import static diabolo.musicxml.Xml.piece;
import static diabolo.musicxml.Xml.repeat;
import static diabolo.musicxml.Xml.rest;
import static diabolo.musicxml.Xml.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Finding;
import diabolo.note.Instrument;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MusicXML draws, as players play it. A quarter note has two divisions. */
class PlaybackTest {

    private static final String A = note("A4", 8);
    private static final String B = note("B4", 8);
    private static final String C = note("C4", 8);
    private static final String D = note("D4", 8);

    private static String words(String words) {
        return "<direction><direction-type><words>" + words + "</words></direction-type></direction>";
    }

    private static String lenient(byte[] file) throws MalformedNotationException {
        return SoundingNotes.tune(MusicXmlReader.readLenient(file).sequence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "D.C. al Fine; A4 B4 C4 D4 A4 B4",
                "D. C. al Fine; A4 B4 C4 D4 A4 B4",
                "DC al fine; A4 B4 C4 D4 A4 B4",
                "Da Capo al Fine; A4 B4 C4 D4 A4 B4",
                "dolce; A4 B4 C4 D4",
                "D.C.M. Ensemble; A4 B4 C4 D4",
            })
    void wordsAreFollowedWhereNoSoundSaysTheJump(String jump, String tune) throws MalformedNotationException {
        assertThat(lenient(piece(A, B + words("Fine"), C, D + words(jump)))).isEqualTo(tune);
    }

    @Test
    void toCodaInWordsFindsACodaWithAName() throws MalformedNotationException {
        String segno = sound("segno='s1'");

        assertThat(lenient(piece(segno + A, B + words("To Coda"), C + sound("dalsegno='s1'"), sound("coda='c1'") + D)))
                .isEqualTo("A4 B4 C4 A4 B4 D4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; half; 0; 4 D4 1/2, 9/2 D4 1/2, 5 D4 1/2, 11/2 D4 1/2",
                "2; quarter; 0; 4 D4 1/4, 17/4 D4 1/4, 9/2 D4 1/4, 19/4 D4 1/4",
                "1; eighth; 0; 4 D4 1/4, 17/4 D4 1/4",
            })
    void strokesThroughAStemAreStruck(int strokes, String type, int dots, String expected)
            throws MalformedNotationException {
        int divisions = type.equals("half") ? 4 : type.equals("quarter") ? 2 : 1;
        String tremolo = "<type>" + type + "</type><notations><ornaments><tremolo>" + strokes
                + "</tremolo></ornaments></notations>";

        assertThat(SoundingNotes.notes(piece(A, note("D4", divisions, tremolo))))
                .contains(expected.split(", "));
    }

    @Test
    void aChordTrembles() throws MalformedNotationException {
        String tremolo = "<type>quarter</type><notations><ornaments><tremolo>1</tremolo></ornaments></notations>";

        assertThat(SoundingNotes.notes(piece(note("D4", 2, tremolo) + note("F4", 2, "<chord/><type>quarter</type>"))))
                .containsExactlyInAnyOrder("0 D4 1/2", "0 F4 1/2", "1/2 D4 1/2", "1/2 F4 1/2");
    }

    @Test
    void aMissingLengthIsThatOfTheType() throws MalformedNotationException {
        String untimed = "<note>" + Xml.pitch("D4") + "<type>half</type><dot/></note>";
        String zero = note("E4", 0, "<type>quarter</type>");

        assertThat(SoundingNotes.notes(
                        MusicXmlReader.readLenient(piece(untimed + zero)).sequence()))
                .containsExactly("0 D4 3", "3 E4 1");
    }

    @Test
    void roundedTupletsAreExact() throws MalformedNotationException {
        String triplet = "<type>eighth</type><time-modification><actual-notes>3</actual-notes>"
                + "<normal-notes>2</normal-notes></time-modification>";
        String fine = "<attributes><divisions>32</divisions></attributes>";
        byte[] file = piece(
                fine + note("D4", 11, triplet) + note("E4", 11, triplet) + note("F4", 10, triplet) + note("G4", 32));

        assertThat(SoundingNotes.notes(file)).containsExactly("0 D4 1/3", "1/3 E4 1/3", "2/3 F4 1/3", "1 G4 1");
    }

    @Test
    void aTupletThatIsNotFilledDoesNotMoveWhatFollows() throws MalformedNotationException {
        String triplet = "<type>eighth</type><time-modification><actual-notes>3</actual-notes>"
                + "<normal-notes>2</normal-notes></time-modification>";
        String fine = "<attributes><divisions>32</divisions></attributes>";

        assertThat(SoundingNotes.notes(piece(fine + note("D4", 11, triplet) + rest(21) + note("G4", 32))))
                .containsExactly("0 D4 1/3", "1 G4 1");
    }

    @Test
    void offsetsMoveWhatSoundsWhereTheySaySo() throws MalformedNotationException {
        String direction = "<direction><direction-type><words/></direction-type><offset sound='%s'>4</offset>"
                + "<sound tempo='60'/></direction>";

        assertThat(MusicXmlReader.read(piece(direction.formatted("yes") + A))
                        .tempos()
                        .getFirst()
                        .start()
                        .toDouble())
                .isEqualTo(2);
        assertThat(MusicXmlReader.read(piece(direction.formatted("no") + A))
                        .tempos()
                        .getFirst()
                        .start()
                        .toDouble())
                .isZero();
    }

    @Test
    void aProgramChangesWhereItStands() throws MalformedNotationException {
        String change = "<sound><midi-instrument id='I1'><midi-program>41</midi-program></midi-instrument></sound>";
        NoteSequence piece = MusicXmlReader.read(Xml.bytes(Xml.document(
                "<score-part id='P1'><part-name>X</part-name><midi-instrument id='I1'><midi-program>20</midi-program>"
                        + "</midi-instrument></score-part>",
                Xml.part("P1", A, change + B))));

        assertThat(piece.parts())
                .extracting(part ->
                        part.instrument() + " " + part.notes().getFirst().start())
                .containsExactlyInAnyOrder(new Instrument.Melodic(19) + " 0", new Instrument.Melodic(40) + " 4");
    }

    @Test
    void aRepeatInsideABarGoesBackToInsideABar() throws MalformedNotationException {
        String half = note("A4", 4);
        String middle = "<barline location='middle'><repeat direction='%s'/></barline>";

        assertThat(lenient(piece(
                        half + middle.formatted("forward") + note("B4", 4),
                        C,
                        note("D4", 4) + middle.formatted("backward") + note("E4", 4))))
                .isEqualTo("A4 B4 C4 D4 B4 C4 D4 E4");
        assertThat(lenient(piece(repeat("forward") + A, note("D4", 4) + repeat("backward") + note("E4", 4), B)))
                .isEqualTo("A4 D4 A4 D4 E4 B4");
    }

    @Test
    void otherPartsAreCutWhereARepeatStandsInsideABar() throws MalformedNotationException {
        String middle = "<barline location='middle'><repeat direction='backward'/></barline>";
        byte[] file = Xml.bytes(Xml.document(
                "<score-part id='P1'><part-name>A</part-name></score-part><score-part id='P2'><part-name>B</part-name></score-part>",
                Xml.part("P1", note("D4", 4) + middle + note("E4", 4))
                        + Xml.part("P2", note("F3", 4) + note("G3", 4))));

        assertThat(SoundingNotes.notes(file))
                .containsExactlyInAnyOrder("0 D4 2", "2 D4 2", "4 E4 2", "0 F3 2", "2 F3 2", "4 G3 2");
    }

    @Test
    void barsAreRepeatedTwoByTwo() throws MalformedNotationException {
        String start =
                "<attributes><measure-style><measure-repeat type='start'>2</measure-repeat></measure-style></attributes>";
        String stop = "<attributes><measure-style><measure-repeat type='stop'/></measure-style></attributes>";

        assertThat(lenient(piece(A, B, start + rest(8), rest(8), stop + C))).isEqualTo("A4 B4 A4 B4 C4");
    }

    @Test
    void passesOfANoteAreCountedByItsBar() throws MalformedNotationException {
        String first = note("A4", 8).replace("<note>", "<note time-only='1,3'>");
        String second =
                "<backup><duration>8</duration></backup>" + note("B4", 8).replace("<note>", "<note time-only='2'>");
        String thrice = "<barline><repeat direction='backward' times='3'/></barline>";

        assertThat(lenient(piece(first + second + thrice))).isEqualTo("A4 B4 A4");
    }

    @ParameterizedTest
    @CsvSource({"F,4,,C2", "E,4,,B1", "C,5,x,C#2", "G,5,,F#2", "G,5,circle-x,A#2", "A,5,x,C#3", "C,9,,D2", ",,,D2"})
    void unpitchedNotesAreReadByTheirPlace(String step, String octave, String head, String drum)
            throws MalformedNotationException {
        String place = step == null
                ? ""
                : "<display-step>" + step + "</display-step><display-octave>" + octave + "</display-octave>";
        String heads = head == null ? "" : "<notehead>" + head + "</notehead>";
        String note = "<note><unpitched>" + place + "</unpitched><duration>2</duration>" + heads + "</note>";

        NoteSequence sequence = MusicXmlReader.read(piece(note));

        assertThat(SoundingNotes.tune(sequence)).isEqualTo(drum);
        assertThat(sequence.parts().getFirst().instrument()).isEqualTo(new Instrument.Drums());
    }

    @Test
    void tablatureInAPartOfItsOwnIsNoSecondPart() throws MalformedNotationException {
        String tab = "<attributes><clef><sign>TAB</sign></clef></attributes>";
        String parts =
                "<score-part id='P1'><part-name>A</part-name></score-part><score-part id='P2'><part-name>B</part-name></score-part>";

        assertThat(lenient(Xml.bytes(Xml.document(parts, Xml.part("P1", A, B) + Xml.part("P2", tab + A, B)))))
                .isEqualTo("A4 B4");
        assertThat(lenient(Xml.bytes(Xml.document(parts, Xml.part("P1", A, B) + Xml.part("P2", tab + C, D)))))
                .isEqualTo("C4 A4 D4 B4");
        assertThat(lenient(piece(tab + A))).isEqualTo("A4");
    }

    @Test
    void slashesAreNoNotes() throws MalformedNotationException {
        Reading reading = MusicXmlReader.readLenient(piece(note("B4", 8, "<notehead>slash</notehead>"), A));

        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("4 A4 4");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.DROPPED)).hasSize(1);
    }

    @Test
    void anArchiveOfAMacIsReadWithoutItsShadows() throws MalformedNotationException {
        byte[] archive = Xml.zip(
                "song/",
                "",
                "song/song.musicxml",
                piece(A),
                "__MACOSX/song/._song.musicxml",
                "shadow",
                "song/META-INF/container.xml",
                Xml.CONTAINER);

        assertThat(lenient(archive)).isEqualTo("A4");
        assertThatThrownBy(() -> MusicXmlReader.readLenient(Xml.zip("a.xml", piece(A), "b.xml", piece(B))))
                .hasMessageContaining("2 files in it could be MusicXML");
    }

    @Test
    void aTremoloOfAWholeFileStaysWithinBounds() throws MalformedNotationException {
        String fast = "<type>256th</type><notations><ornaments><tremolo>8</tremolo></ornaments></notations>";

        List<String> notes = SoundingNotes.notes(
                MusicXmlReader.readLenient(piece(note("D4", 1000, fast))).sequence());

        assertThat(notes).containsExactly("0 D4 500");
    }

    @Test
    void aRightBarLineBehindAVoiceThatEndsEarlyIsAtTheEndOfItsBar() throws MalformedNotationException {
        String early = "<backup><duration>8</duration></backup>" + note("F3", 4, "<voice>2</voice>");
        String right = "<barline location='right'>%s<repeat direction='backward'/></barline>";

        assertThat(SoundingNotes.notes(piece(A + early + right.formatted(""), B)))
                .containsExactly("0 F3 2", "0 A4 4", "4 F3 2", "4 A4 4", "8 B4 4");
        assertThat(lenient(piece(
                        A,
                        ending("1", "start") + B + early + right.formatted("<ending number='1' type='stop'/>"),
                        ending("2", "start") + C)))
                .isEqualTo("A4 F3 B4 A4 C4");
        assertThat(SoundingNotes.notes(piece(note("A4", 4) + right.formatted("") + early.replace("8", "4"), B)))
                .containsExactly("0 F3 2", "0 A4 2", "2 F3 2", "2 A4 2", "4 B4 4");
    }

    @Test
    void aBarIsRepeatedInOneStaffWhileAnotherPlays() throws MalformedNotationException {
        String sign =
                "<attributes><measure-style number='2'><measure-repeat type='%s'>1</measure-repeat></measure-style></attributes>";
        String back = "<backup><duration>8</duration></backup>";
        String low = note("C3", 8, "<staff>2</staff>");

        assertThat(SoundingNotes.notes(
                        piece(A + back + low, sign.formatted("start") + B, C, sign.formatted("stop") + D)))
                .containsExactly("0 C3 4", "0 A4 4", "4 C3 4", "4 B4 4", "8 C3 4", "8 C4 4", "12 D4 4");
    }

    @Test
    void aTremoloInATripletIsInTriplets() throws MalformedNotationException {
        String triplet = "<type>quarter</type><time-modification><actual-notes>3</actual-notes>"
                + "<normal-notes>2</normal-notes></time-modification>"
                + "<notations><ornaments><tremolo>1</tremolo></ornaments></notations>";
        String divisions = "<attributes><divisions>3</divisions></attributes>";

        assertThat(SoundingNotes.notes(piece(divisions + note("D4", 2, triplet) + note("E4", 2, triplet))))
                .containsExactly("0 D4 1/3", "1/3 D4 1/3", "2/3 E4 1/3", "1 E4 1/3");
    }

    @ParameterizedTest
    @CsvSource({"2,1,3/2 E4 1/2", "1,1,7/2 E4 1/2", "6,2,1 E4 1/3"})
    void aTremoloBetweenTwoNotesIsDrawnAsTwoInTheTimeOfOne(int actual, int normal, String last)
            throws MalformedNotationException {
        String value = "<type>half</type><time-modification><actual-notes>" + actual + "</actual-notes><normal-notes>"
                + normal + "</normal-notes></time-modification><notations><ornaments><tremolo type='%s'>1</tremolo>"
                + "</ornaments></notations>";
        String divisions = "<attributes><divisions>6</divisions></attributes>";
        int each = 12 * normal / actual;

        List<String> notes = SoundingNotes.notes(piece(
                divisions + note("D4", each, value.formatted("start")) + note("E4", each, value.formatted("stop"))));

        assertThat(notes).hasSize(actual == normal ? 8 : 4);
        assertThat(notes.getLast()).isEqualTo(last);
    }

    @Test
    void aTremoloWrittenAtEachNoteOfAChordIsOneTremolo() throws MalformedNotationException {
        String tremolo = "<type>quarter</type><notations><ornaments><tremolo>1</tremolo></ornaments></notations>";
        Reading reading =
                MusicXmlReader.readLenient(piece(note("D4", 2, tremolo) + note("F4", 2, "<chord/>" + tremolo)));

        assertThat(SoundingNotes.notes(reading.sequence()))
                .containsExactly("0 D4 1/2", "0 F4 1/2", "1/2 D4 1/2", "1/2 F4 1/2");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void divisionsThatAreNotStatedAreThoseOfTheFirstDrawnNote() throws MalformedNotationException {
        String measure =
                note("D4", 480, "<type>quarter</type>") + "<backup><duration>480</duration></backup>" + note("A3", 960);
        byte[] file = Xml.bytes(Xml.document(
                "<score-part id='P1'><part-name>A</part-name></score-part>",
                "<part id='P1'><measure number='1'>" + measure + "</measure></part>"));

        assertThat(SoundingNotes.notes(MusicXmlReader.readLenient(file).sequence()))
                .containsExactly("0 A3 2", "0 D4 1");
    }

    @Test
    void theShortestTypesHaveLengths() throws MalformedNotationException {
        String untimed = "<note>" + Xml.pitch("D4") + "<type>512th</type></note>";

        assertThat(SoundingNotes.notes(MusicXmlReader.readLenient(piece(untimed + note("E4", 2)))
                        .sequence()))
                .containsExactly("0 D4 1/128", "1/128 E4 1");
    }

    @Test
    @Timeout(60)
    void whatSignsMakeIsBounded() throws MalformedNotationException {
        String tremolo = "<type>breve</type><notations><ornaments><tremolo>3</tremolo></ornaments></notations>";
        String repeat =
                "<attributes><measure-style><measure-repeat type='start'>1</measure-repeat></measure-style></attributes>";
        String[] trembling = new String[9];
        Arrays.fill(trembling, note("D4", 16, tremolo).repeat(1_000));
        String[] bars = new String[60_000];
        Arrays.fill(bars, "");
        bars[0] = note("D4", 1).repeat(1_000);
        bars[1] = repeat;

        assertThat(MusicXmlReader.readLenient(piece(trembling))
                        .sequence()
                        .allNotes()
                        .count())
                .isBetween(100_000L, 510_000L);
        assertThat(MusicXmlReader.readLenient(piece(bars)).sequence().allNotes().count())
                .isBetween(100_000L, 510_000L);
    }

    @Test
    @Timeout(60)
    void thousandsOfRepeatsInsideABarAreRefused() {
        String middle = "<barline location='middle'><repeat direction='backward'/></barline>";

        assertThatThrownBy(() -> MusicXmlReader.readLenient(piece((note("D4", 1) + middle).repeat(15_000))))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("more repeats inside bars than are read");
    }

    @Test
    @Timeout(60)
    void thousandsOfStavesOfTablatureAreReadInTime() throws MalformedNotationException {
        StringBuilder clefs = new StringBuilder("<attributes>");
        StringBuilder notes = new StringBuilder();
        for (int staff = 1; staff <= 15_000; staff++) {
            clefs.append("<clef number='").append(staff).append("'><sign>TAB</sign></clef>");
            notes.append(note("D4", 1, "<staff>" + staff + "</staff>"));
        }

        assertThat(MusicXmlReader.readLenient(piece(clefs + "</attributes>" + notes))
                        .sequence()
                        .allNotes())
                .hasSize(15_000);
    }
}
