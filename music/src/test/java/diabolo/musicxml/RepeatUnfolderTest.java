package diabolo.musicxml;

import static diabolo.musicxml.Xml.ending;
import static diabolo.musicxml.Xml.note;
import static diabolo.musicxml.Xml.piece;
import static diabolo.musicxml.Xml.repeat;
import static diabolo.musicxml.Xml.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Finding;
import diabolo.note.Reading;
import org.junit.jupiter.api.Test;

/** The order in which bars are heard; each bar has one note that names it. */
class RepeatUnfolderTest {

    private static final String A = note("A4", 2);
    private static final String B = note("B4", 2);
    private static final String C = note("C4", 2);
    private static final String D = note("D4", 2);

    @Test
    void backwardRepeatGoesToTheForwardRepeatOrElseToTheSectionsBeginning() throws MalformedNotationException {
        assertThat(SoundingNotes.tune(piece(A, repeat("forward") + B, C + repeat("backward"), D)))
                .isEqualTo("A4 B4 C4 B4 C4 D4");
        assertThat(SoundingNotes.tune(piece(A + repeat("backward"), B + repeat("backward"), C)))
                .isEqualTo("A4 A4 B4 B4 C4");
    }

    @Test
    void repeatMayAskForMorePasses() throws MalformedNotationException {
        String threeTimes = "<barline><repeat direction='backward' times='3'/></barline>";

        assertThat(SoundingNotes.tune(piece(A + threeTimes, B))).isEqualTo("A4 A4 A4 B4");
    }

    @Test
    void endingsArePlayedOnTheirPasses() throws MalformedNotationException {
        byte[] file = piece(
                A,
                ending("1, 2", "start") + B + ending("1, 2", "stop") + repeat("backward"),
                ending("3", "start") + C + ending("3", "discontinue"),
                D);

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 A4 B4 A4 C4 D4");
    }

    @Test
    void firstEndingAloneIsSkippedOnTheSecondPass() throws MalformedNotationException {
        byte[] file = piece(A, ending("1", "start") + B + ending("1", "stop") + repeat("backward"), C);

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 A4 C4");
    }

    @Test
    void endingsNumberedWithAGapLoseNoBar() throws MalformedNotationException {
        byte[] file = piece(
                A,
                ending("1", "start") + B + ending("1", "stop") + repeat("backward"),
                ending("3", "start") + C + ending("3", "stop"));

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 A4 C4");
    }

    @Test
    void endingDrawnTooShortReachesToItsRepeat() throws MalformedNotationException {
        byte[] file = piece(
                A,
                ending("1", "start") + B + ending("1", "stop"),
                C + repeat("backward"),
                ending("2", "start") + D + ending("2", "stop"));

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 C4 A4 D4");
    }

    @Test
    void jumpInWordsThatLeadsNowhereIsNoted() throws MalformedNotationException {
        String words = "<direction><direction-type><words>D.S. al Coda</words></direction-type></direction>";

        Reading reading = MusicXmlReader.readLenient(piece(A, B + words));

        assertThat(SoundingNotes.findings(reading, Finding.Kind.NOTED))
                .singleElement()
                .asString()
                .contains("in words only", "not followed");
    }

    @Test
    void endingsWithoutAnyRepeatAreAllPlayed() throws MalformedNotationException {
        byte[] file = piece(
                A, ending("1", "start") + B + ending("1", "stop"), ending("2", "start") + C + ending("2", "stop"));

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 C4");
    }

    @Test
    void daCapoAlFineSkipsRepeatsAndStopsAtFine() throws MalformedNotationException {
        byte[] file = piece(A + repeat("backward"), B + sound("fine='yes'"), C + sound("dacapo='yes'"));

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 A4 B4 C4 A4 B4");
    }

    @Test
    void daCapoTakesTheLastEnding() throws MalformedNotationException {
        byte[] file = piece(
                A,
                ending("1", "start") + B + ending("1", "stop") + repeat("backward"),
                ending("2", "start") + C + ending("2", "stop") + sound("dacapo='yes'"));

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 A4 C4 A4 C4");
    }

    @Test
    void dalSegnoAlCodaLeavesAtToCoda() throws MalformedNotationException {
        byte[] file = piece(
                A, sound("segno='s'") + B + sound("tocoda='c'"), C + sound("dalsegno='s'"), sound("coda='c'") + D);

        assertThat(SoundingNotes.tune(file)).isEqualTo("A4 B4 C4 B4 D4");
    }

    @Test
    void repeatsInOnlyOnePartHoldForAll() throws MalformedNotationException {
        String list = "<score-part id='P1'/><score-part id='P2'/>";
        byte[] file = Xml.bytes(Xml.document(list, Xml.part("P1", A + repeat("backward"), B) + Xml.part("P2", C, D)));

        assertThat(SoundingNotes.notes(file))
                .containsExactly("0 C4 1", "0 A4 1", "1 C4 1", "1 A4 1", "2 D4 1", "2 B4 1");
    }

    @Test
    void jumpToNowhereIsRefusedAndLenientlyIgnored() throws MalformedNotationException {
        byte[] file = piece(A, B + sound("dalsegno='lost'"));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThatThrownBy(() -> MusicXmlReader.read(file))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("segno 'lost'");
        assertThat(SoundingNotes.tune(reading.sequence())).isEqualTo("A4 B4");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED)).hasSize(1);
    }

    @Test
    void roadThatWouldSkipNotesForeverIsRefused() {
        byte[] file = piece(
                A,
                ending("1", "start") + B + ending("1", "stop") + repeat("backward"),
                ending("2", "start") + C + ending("2", "stop"),
                ending("3", "start") + D + ending("3", "stop"));

        assertThatThrownBy(() -> MusicXmlReader.read(file)).hasMessageContaining("bar 4 is never played");
    }

    @Test
    void aMillionRepeatsAreRefused() {
        byte[] file = piece(A + "<barline><repeat direction='backward' times='1000000'/></barline>");

        assertThatThrownBy(() -> MusicXmlReader.read(file)).hasMessageContaining("more than 1032 bars");
    }
}
