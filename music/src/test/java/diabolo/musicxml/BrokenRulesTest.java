package diabolo.musicxml;

import static diabolo.musicxml.Xml.note;
import static diabolo.musicxml.Xml.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Finding;
import diabolo.note.Reading;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What strict reading refuses, lenient reading mends and reports. */
class BrokenRulesTest {

    private static final String C = note("C4", 2);
    private static final String D = note("D4", 2);

    /** A bar with a fault in it, what the message says of it, and the notes that lenient reading keeps. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(C + "<note>" + Xml.pitch("E4") + "</note>" + D, "no <duration>", "0 C4 1, 1 D4 1"),
                Arguments.of(C + note("E4", 0) + D, "positive number, was '0'", "0 C4 1, 1 D4 1"),
                Arguments.of(C + note("H4", 2) + D, "a step from A to G", "0 C4 1, 2 D4 1"),
                Arguments.of(C + note("C-9", 2) + D, "an octave from 0 to 9", "0 C4 1, 2 D4 1"),
                Arguments.of(C + note("B9", 2) + D, "MIDI note 131", "0 C4 1, 2 D4 1"),
                Arguments.of(C + "<note><duration>2</duration></note>" + D, "neither <pitch>", "0 C4 1, 2 D4 1"),
                Arguments.of(note("C4", 2, "<chord/>") + D, "no note before it", "0 C4 1, 0 D4 1"),
                Arguments.of(C + "<backup><duration>4</duration></backup>" + D, "<backup> goes 2", "0 C4 1, 0 D4 1"),
                Arguments.of(C + "<forward/>" + D, "<duration> of <forward>", "0 C4 1, 1 D4 1"),
                Arguments.of(
                        C + "<attributes><divisions>0</divisions></attributes>" + D, "<divisions>", "0 C4 1, 1 D4 1"),
                Arguments.of(Xml.time(0, 4) + C + D, "time signature", "0 C4 1, 1 D4 1"),
                Arguments.of(Xml.time(4, 3) + C + D, "power of two", "0 C4 1, 1 D4 1"),
                Arguments.of(
                        "<attributes><key><fifths>many</fifths></key></attributes>" + C + D,
                        "<fifths>",
                        "0 C4 1, 1 D4 1"),
                Arguments.of(
                        "<attributes><transpose><chromatic>1000</chromatic></transpose></attributes>" + C + D,
                        "<transpose>",
                        "0 C4 1, 1 D4 1"),
                Arguments.of(Xml.sound("tempo='-3'") + C + D, "tempo must be", "0 C4 1, 1 D4 1"),
                Arguments.of(Xml.ending("last", "start") + C + D, "number of an <ending>", "0 C4 1, 1 D4 1"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsRefusedWithItsPlaceAndLenientlyMended(String bar, String message, String kept)
            throws MalformedNotationException {
        byte[] file = piece(bar);

        Reading reading = MusicXmlReader.readLenient(file);

        assertThatThrownBy(() -> MusicXmlReader.read(file))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageMatching("line 1, column \\d+ \\(bar 1 of part P1\\): .*; .*, or read it leniently")
                .hasMessageContaining(message);
        assertThat(String.join(", ", SoundingNotes.notes(reading.sequence()))).isEqualTo(kept);
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void lengthBeforeAnyDivisionsIsRefusedAndLenientlyCountsInQuarters() throws MalformedNotationException {
        byte[] file = Xml.bytes(
                Xml.document("<score-part id='P1'/>", "<part id='P1'><measure number='1'>" + C + "</measure></part>"));

        assertThatThrownBy(() -> MusicXmlReader.read(file)).hasMessageContaining("before any <divisions>");
        assertThat(SoundingNotes.notes(MusicXmlReader.readLenient(file).sequence()))
                .containsExactly("0 C4 2");
    }

    @Test
    void partThatIsNotListedIsRefusedAndLenientlyReadAsOneMore() throws MalformedNotationException {
        byte[] file = Xml.bytes(Xml.document("<score-part id='P1'/>", Xml.part("P1", C) + Xml.part("P9", D)));

        assertThatThrownBy(() -> MusicXmlReader.read(file)).hasMessageContaining("part 'P9' is not in the <part-list>");
        assertThat(MusicXmlReader.readLenient(file).sequence().parts()).hasSize(2);
    }

    @Test
    void whatTheFileSaysIsQuotedShortAndWithoutControlCharacters() {
        byte[] file = piece(note("C4", 2).replace("<step>C", "<step>" + "\t\u0085".repeat(500)));

        assertThatThrownBy(() -> MusicXmlReader.read(file))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasSizeLessThan(300).doesNotContain("\u0085"));
    }
}
