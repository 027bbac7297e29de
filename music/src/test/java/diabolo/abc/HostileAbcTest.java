package diabolo.abc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import diabolo.midi.MidiWriter;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Beat;
import diabolo.note.Finding;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Reading;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken tunes are refused with place, rule and way out, or mended on request; greedy ones are bounded. */
class HostileAbcTest {

    @TempDir
    private Path folder;

    private static byte[] tune(String music) {
        return ("X:1\nM:4/4\nL:1/4\nK:C\n" + music + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "C \u00A7 D; line 5, column 3; '\u00A7' means nothing in a line of music; C4 D4",
                "C ^ D; line 5, column 3; an accidental must stand right before a letter; C4 D4",
                "C [DE; line 5, column 3; a chord has no ]; C4 D4 E4",
                "C [D|E]; line 5, column 3; '|' is no note; C4 D4 E4",
                "C D0 E; line 5, column 3; a length must be a fraction; C4 D4 E4",
                "C (0D E; line 5, column 3; a tuplet must have numbers from 1 to 99; C4 D4 E4",
                "(3C (3DEF; line 5, column 5; a tuplet begins before; C4 D4 E4 F4",
                "> C; line 5, column 1; a > needs a note before it; C4",
                "C Z999999999 D; line 5, column 3; a length must be a fraction; C4 D4",
                "C Z9999 D; line 5, column 3; a rest of bars must last from 1 to 1000; C4 D4",
                "C \"Am D; line 5, column 3; a \" is not closed; C4 A4 D4",
                "C {DE; line 5, column 3; a { of grace notes is not closed; C4 D4 E4",
                "C : D; line 5, column 3; a ':' must belong to a bar line; C4 D4",
                "C |0 D; line 5, column 4; '0' means nothing; C4 D4",
                "C [0 D; line 5, column 3; an ending must name passes from 1 to 9; C4 D4",
                "C,,,,,, D; line 5, column 1; a note is lower or higher than MIDI has notes; D4",
                "C [K:H] D; line 5, column 3; K: must name a key; C4 D4",
                "C [M:7] D; line 5, column 3; M: must be a meter; C4 D4",
                "C [L:x] D; line 5, column 3; L: must be a part of a whole note; C4 D4",
                "C [Q:1/4=0] D; line 5, column 3; a tempo must be a number; C4 D4",
                "C [V:] D; line 5, column 3; a V: names no voice; C4 D4",
            })
    void faultIsRefusedWithItsPlaceAndLenientlyMended(String music, String place, String message, String kept)
            throws MalformedNotationException {
        Reading reading = AbcReader.readLenient(tune(music));

        assertThatThrownBy(() -> AbcReader.read(tune(music)))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining(message)
                .hasMessageMatching(".* \\(bar \\d+ of voice 1\\): .*; .*, or read it leniently");
        assertThat(SoundingNotes.tune(reading.sequence())).isEqualTo(kept);
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED)).isNotEmpty();
    }

    @Test
    void endingsOfThousandsOfPassesAndLinesOfOpenGraceNotesAreReadAllTheSame() throws MalformedNotationException {
        Reading endings = AbcReader.readLenient(tune("|:C|[" + "1,".repeat(5000) + "2 D:|"));
        Reading graces = AbcReader.readLenient(tune("C" + "{".repeat(1_000_000) + "D"));

        assertThat(SoundingNotes.tune(endings.sequence())).startsWith("C4 D4");
        assertThat(SoundingNotes.tune(graces.sequence())).isEqualTo("C4 D4");
    }

    @Test
    void voicesOfDifferentLengthsAreRefusedAndLenientlyFilledWithRests() throws MalformedNotationException {
        byte[] file = tune("V:1\nA2 B2|c4|]\nV:2\nA2 B|c4|]");

        assertThatThrownBy(() -> AbcReader.read(file))
                .hasMessageContaining("voice 2 lasts 7 quarter notes and voice 1 lasts 8; they differ first in bar 1");
        assertThat(SoundingNotes.notes(AbcReader.readLenient(file).sequence()))
                .containsExactly("0 A4 2", "0 A4 2", "2 B4 1", "2 B4 2", "4 C5 4", "4 C5 4");
    }

    @Test
    void musicBehindAnEmptyLineIsRefusedAndLenientlyRead() throws MalformedNotationException {
        byte[] file = tune("C|\n\nD|");

        assertThatThrownBy(() -> AbcReader.read(file)).hasMessageContaining("line 7: music follows an empty line");
        assertThat(SoundingNotes.tune(AbcReader.readLenient(file).sequence())).isEqualTo("C4 D4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dear diary", "<xml/>", "\0\0\0", "X", "K"})
    void otherTextIsRefusedWithAWayOut(String text) {
        assertThatThrownBy(() -> AbcReader.readLenient(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("no line begins with X:")
                .hasMessageContaining("; give an ABC file");
    }

    @Test
    void restsOfManyBarsAreBounded() {
        assertThatThrownBy(() -> AbcReader.readLenient(tune("Z999|".repeat(1_000))))
                .hasMessageContaining("the file has more than 100000 bars of rest; split it");
    }

    @Test
    void notesAreBounded() {
        assertThatThrownBy(() -> AbcReader.readLenient(tune("CDEFGABc|".repeat(70_000))))
                .hasMessageContaining("the file has more than 500000 notes");
    }

    @Test
    void longBarsAndSmallFractionsAreRefused() {
        assertThatThrownBy(() -> AbcReader.readLenient(tune("C99999")))
                .hasMessageContaining("a bar is longer than 10000 quarter notes");
        assertThatThrownBy(() -> AbcReader.readLenient(
                        tune("(97:89:1C(89:83:1C(83:79:1C(79:73:1C(73:71:1C(71:67:1C(67:61:1C(61:59:1C(59:53:1C"
                                + "(53:47:1C(47:43:1C(43:41:1C(41:37:1C")))
                .hasMessageContaining("beyond 64 bits");
    }

    @Test
    void repeatsCannotExplode() throws MalformedNotationException {
        String endings = "|:" + "C".repeat(100) + "|" + "[1-9 D:|".repeat(1_000);

        assertThat(AbcReader.readLenient(tune(endings)).sequence().allNotes().count())
                .isLessThan(20_000);
    }

    @Test
    @Timeout(60) // a search that begins anew at every character would take minutes
    void longRunsOfSignsAreReadInOnePass() throws IOException {
        for (String run :
                List.of("|" + "h".repeat(200_000), "[K:".repeat(60_000), "+C".repeat(60_000), "!x".repeat(60_000))) {
            assertThat(AbcReader.readLenient(bytes("X:1\nK:C\nCDEF|\n\n" + run))
                            .sequence()
                            .allNotes())
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void aHeaderThatHoldsForVeryManyTunesIsRefused() {
        String header = "%%MIDI program 1\n".repeat(1_000);
        String tunes = "X:1\nK:C\nC|\n\n".repeat(1_000);

        assertThatThrownBy(() -> AbcReader.readAllLenient(file(header + tunes)))
                .hasMessageContaining("1000 tunes")
                .hasMessageContaining("split it");
    }

    @Test
    void aPieceThatMakesMoreAbcThanIsReadIsRefused() {
        List<Note> notes = IntStream.range(0, 400_000)
                .mapToObj(i -> new Note(Pitch.of(i % 128), Velocity.of(90), Beat.of(i, 4), Beat.of(1, 4)))
                .toList();
        NoteSequence piece = NoteSequence.of(
                "long",
                new Tempo(120),
                Meter.FOUR_FOUR,
                List.of(new Part("", Instrument.PIANO, notes), new Part("", Instrument.PIANO, notes)));

        assertThatThrownBy(() -> AbcWriter.text(piece))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write MIDI");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("book.abc"), text);
    }

    @Test
    @Timeout(60)
    void whatHoldsForAllVoicesIsReadForEachWithinBounds() throws MalformedNotationException {
        String voices =
                IntStream.range(0, 900).mapToObj("V:%d\nC|\n"::formatted).reduce("", String::concat);
        String endless = "x".repeat(1_000_000);
        String header =
                "X:1\nL:1/4\nQ:" + endless + "\n" + "%%MIDI drummap F 36\n".repeat(50_000) + "K:C " + endless + "\n";

        NoteSequence piece = AbcReader.readLenient((header + voices).getBytes(StandardCharsets.UTF_8))
                .sequence();

        assertThat(piece.allNotes()).hasSize(900);
    }

    @Test
    @Timeout(60)
    void overlaysThatGoBackAgainAndAgainAreBounded() {
        byte[] file = tune("(&" + "C|".repeat(50_000) + "&D|".repeat(50_000));

        assertThatThrownBy(() -> AbcReader.readLenient(file))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("go back more than 100000 bars");
    }

    @Test
    @Timeout(60)
    void macrosOfMacrosAreBounded() throws MalformedNotationException {
        String macros = IntStream.range(1, 9)
                .mapToObj(i -> "m: %s = %s\n".formatted("C".repeat(i), "C".repeat(200)))
                .reduce("", String::concat);
        String chain = "m: q = " + "{a}".repeat(60) + "\n";
        byte[] growing =
                ("X:1\n" + macros + "L:1/4\nK:C\n" + "C".repeat(3_000) + "|\n").getBytes(StandardCharsets.UTF_8);
        byte[] many = ("X:1\n" + chain + "L:1/4\nK:C\n" + ("q".repeat(300) + "\n").repeat(1_000))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(AbcReader.readLenient(growing).sequence().allNotes()).hasSize(3_000);
        assertThatThrownBy(() -> AbcReader.readLenient(many)).hasMessageContaining("its macros make more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C# D",
                "C/# D",
                "C1/# D",
                "C#/3 D",
                "(#CDE",
                "(3:#:2CDE",
                "(3:2:#CDE",
                "[CEG]# D",
                "z# D",
                "Z# D",
                "x/# D",
                "|: C :|[# D",
                "|: C :|[1-# D",
                "[M:#/4] C",
                "[M:4/#] C",
                "[L:1/#] C",
                "[L:#/4] C",
                "[Q:1/4=#] C",
                "[Q:1/#=100] C",
                "[Q:#] C",
                "[V:#] C",
                "[K:C transpose=#] C",
                "[K:C octave=#] C",
                "%%MIDI program #\nC",
                "%%MIDI transpose #\nC",
                "%%MIDI drummap C #\nC",
                "[P:#] C",
                "!#! C",
                "{C#}D",
                "I:linebreak #\nC",
                "C># D",
                "\"^#\" C",
                "[I:MIDI program #] C",
                "s:#\nC",
                "w:#\nC",
                "m:n = #\nC",
                "[r:#] C",
                "& C# & D",
                "C-# D"
            })
    void numbersOfHundredsOfDigitsAreReadOrRefusedInASentence(String music) {
        byte[] file = tune(music.replace("#", "9".repeat(400)));

        assertThat(catchThrowable(() -> AbcReader.readLenient(file)))
                .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                        .isInstanceOf(MalformedNotationException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X:#",
                "P:(A)#",
                "P:A#",
                "M:#/#",
                "L:1/#",
                "Q:#/#=#",
                "K:C octave=#",
                "%%score #",
                "%%MIDI channel #"
            })
    void headersWithNumbersOfHundredsOfDigitsAreReadOrRefusedInASentence(String field) {
        String number = "9".repeat(400);
        byte[] file =
                "X:1\n%s\nK:C\nCDEF|\n".formatted(field.replace("#", number)).getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowable(() -> AbcReader.readLenient(file)))
                .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                        .isInstanceOf(MalformedNotationException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1/#", "(#:2:1C", "[L:1/#]C", "C#/8192"})
    void fractionsThatNoCommonDenominatorHoldsAreReadOrRefusedInASentence(String music) {
        byte[] file = tune(IntStream.of(97, 89, 83, 79, 73, 71, 67, 61, 59, 53, 47, 43, 41, 37)
                .mapToObj(prime -> music.replace("#", Integer.toString(prime)))
                .collect(Collectors.joining(" ")));

        assertThat(catchThrowable(
                        () -> MidiWriter.bytes(AbcReader.readLenient(file).sequence())))
                .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                        .isInstanceOf(MalformedNotationException.class));
    }
}
