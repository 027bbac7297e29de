package diabolo.musicxml;

import static diabolo.musicxml.Xml.note;
import static diabolo.musicxml.Xml.piece;
import static diabolo.musicxml.Xml.repeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Finding;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChordSymbolReadingTest {

    @Test
    void chordSymbolsHoldFromWhereTheyStand() throws MalformedNotationException {
        byte[] file = piece(
                harmony("C", "<kind>major</kind>")
                        + note("C4", 2)
                        + harmony("A", "<kind text='m7'>minor-seventh</kind><bass><bass-step>G</bass-step></bass>")
                        + note("C4", 2),
                harmony("B", "<kind text='7b5'>dominant</kind>" + degree(5, -1, "alter") + "<offset>1</offset>")
                        + note("C4", 4));

        assertThat(chords(MusicXmlReader.read(file))).containsExactly("0 C", "1 Am7/G", "5/2 B7b5");
    }

    @Test
    void whatTheKindDoesNotSayIsWrittenAfterIt() throws MalformedNotationException {
        byte[] file = piece(
                harmony("C", "<kind>dominant</kind>" + degree(9, -1, "add") + degree(11, 1, "add")) + note("C4", 2));

        ChordSymbol chord = MusicXmlReader.read(file).chords().getFirst().value();

        assertThat(chord.text()).isEqualTo("C7b9#11");
        assertThat(chord.pitchClasses()).containsExactly(0, 1, 4, 6, 7, 10);
    }

    @Test
    void whatTheTextSaysIsNotWrittenTwice() throws MalformedNotationException {
        byte[] file = piece(harmony("C", "<kind text='9sus'>suspended-fourth</kind>" + degree(7, 0, "add"))
                + harmony("D", "<kind text='m69'>minor-sixth</kind>" + degree(9, 0, "add"))
                + harmony("E", "<kind text='m7'>minor-seventh</kind>" + degree(5, -1, "alter"))
                + note("C4", 2));

        assertThat(chords(MusicXmlReader.read(file))).containsExactly("0 C9sus", "0 Dm69", "0 Em7b5");
    }

    @Test
    void chordSymbolsAreUnfoldedWithTheRepeats() throws MalformedNotationException {
        byte[] file = piece(
                harmony("C", "<kind>major</kind>") + note("C4", 2),
                repeat("forward") + note("C4", 2),
                harmony("G", "<kind>major</kind>") + note("C4", 2) + repeat("backward"),
                harmony("F", "<kind>major</kind>") + note("C4", 2));

        assertThat(chords(MusicXmlReader.read(file))).containsExactly("0 C", "2 G", "3 C", "4 G", "5 F");
    }

    @Test
    void chordSymbolsOfTransposingInstrumentsSoundAtConcertPitch() throws MalformedNotationException {
        byte[] file = piece("<attributes><transpose><chromatic>-2</chromatic></transpose></attributes>"
                + harmony("C", "<kind>major</kind><bass><bass-step>E</bass-step></bass>") + note("C4", 2));

        assertThat(chords(MusicXmlReader.read(file))).containsExactly("0 Bb/D");
    }

    @Test
    void noChordEndsTheChordBeforeIt() throws MalformedNotationException {
        byte[] file = piece(harmony("C", "<kind>none</kind>") + note("C4", 2));

        assertThat(MusicXmlReader.read(file).chords().getFirst().value()).isEqualTo(ChordSymbol.NO_CHORD);
    }

    @Test
    void anUnknownKindIsReadByItsTextAndSaid() throws MalformedNotationException {
        byte[] file = piece(harmony("C", "<kind text='69'>maj69</kind>")
                + note("C4", 2)
                + harmony("F", "<kind text='mystic'>scriabin</kind>")
                + note("C4", 2));

        Reading reading = MusicXmlReader.readLenient(file);

        List<ChordSymbol> chords =
                reading.sequence().chords().stream().map(chord -> chord.value()).toList();
        assertThat(chords).extracting(ChordSymbol::kind).containsExactly(ChordKind.MAJOR_SIXTH, ChordKind.OTHER);
        assertThat(chords).extracting(ChordSymbol::text).containsExactly("C69", "Fmystic");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED))
                .hasSize(2)
                .allMatch(finding -> finding.contains("read by its text"));
        assertThatThrownBy(() -> MusicXmlReader.read(file))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("was 'maj69'");
    }

    @ParameterizedTest
    @CsvSource({
        "H, <kind>major</kind>",
        "'', <kind>major</kind>",
        "C</root-step><root-alter>9</root-alter><root-step>C, <kind>major</kind>"
    })
    void aRootThatIsNoneLosesTheSymbolAlone(String root, String kind) throws MalformedNotationException {
        byte[] file = piece(harmony(root, kind) + note("C4", 2));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThat(reading.sequence().chords()).isEmpty();
        assertThat(reading.sequence().allNotes()).hasSize(1);
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED)).hasSize(1);
    }

    @Test
    void hostileSymbolsAreCutShort() throws MalformedNotationException {
        String kind = "<kind text='" + "x".repeat(100_000) + "'>other</kind>";
        byte[] file = piece(harmony("C", kind + degree(9, -1, "add").repeat(10_000)) + note("C4", 2));

        ChordSymbol chord =
                MusicXmlReader.readLenient(file).sequence().chords().getFirst().value();

        assertThat(chord.suffix()).hasSize(ChordSymbol.MAX_SUFFIX);
        assertThat(chord.degrees()).hasSize(ChordSymbol.MAX_DEGREES);
    }

    /** Counts of an independent parse of files without repeats. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bernice_Petkere-Joe_Young--Lullaby_of_the_Leaves | 46 | 0 Cm, 4 GMaj7, 5 G7, 8 C7",
                "Jerome_Kern-Oscar_Hammerstein_II--The_Folks_Who_Live_on_the_Hill | 80 | 0 C, 2 C7, 4 F, 6 G7",
                "Liliuokalani--Aloha_Oe | 16 | 4 C, 12 G, 20 D7, 28 G",
                "[Traditional]--The_Wild_Rover | 17 | 1 E, 10 A, 16 E, 19 B7",
            })
    void leadSheetsHaveTheirChordSymbols(String name, int count, String firstFour) throws IOException {
        var folder = DataFolder.find("leadsheets-openewld");
        assumeTrue(folder.isPresent(), DataFolder.ABSENT);
        Path file = folder.get().resolve(name + ".mxl");

        List<String> chords = chords(MusicXmlReader.readLenient(file).sequence());

        assertThat(chords).hasSize(count);
        assertThat(String.join(", ", chords.subList(0, 4))).isEqualTo(firstFour);
    }

    private static List<String> chords(NoteSequence piece) {
        return piece.chords().stream()
                .map(chord -> chord.start() + " " + chord.value().text())
                .toList();
    }

    private static String harmony(String root, String more) {
        return "<harmony><root><root-step>" + root + "</root-step></root>" + more + "</harmony>";
    }

    private static String degree(int value, int alter, String type) {
        return "<degree><degree-value>" + value + "</degree-value><degree-alter>" + alter
                + "</degree-alter><degree-type>" + type + "</degree-type></degree>";
    }
}
