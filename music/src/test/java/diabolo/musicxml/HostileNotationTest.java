package diabolo.musicxml;

import static diabolo.musicxml.Xml.note;
import static diabolo.musicxml.Xml.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import diabolo.ForAll;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.SoundingNotes;
import diabolo.note.Finding;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to break a reader: they are read or refused with a sentence, and open nothing. */
class HostileNotationTest {

    private static final String SONG = new String(piece(note("C4", 2)), StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void doctypeIsSkippedWithoutTheNetwork() throws MalformedNotationException {
        byte[] file = Xml.bytes("<?xml version='1.0'?><!DOCTYPE score-partwise PUBLIC '-//Recordare//DTD MusicXML 2.0"
                + " Partwise//EN' 'http://nowhere.invalid/partwise.dtd'>" + SONG);

        assertThat(SoundingNotes.notes(file)).containsExactly("0 C4 1");
    }

    @Test
    void badCharacterInADoctypeIsRefused() {
        assertThatThrownBy(() -> MusicXmlReader.readLenient(Xml.bytes("<!DOCTYPE score-partwise [\u0001]>" + SONG)))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("not well-formed");
    }

    @Test
    void billionLaughsExpandToNothing() {
        StringBuilder entities = new StringBuilder("<!ENTITY lol0 'lol'>");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY lol%d '%s'>"
                    .formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
        }
        String doctype = "<!DOCTYPE score-partwise [" + entities + "]>";

        assertHarmless(Xml.bytes(doctype + SONG.replace("Flute", "&lol9;")), "lollol");
    }

    @Test
    void externalEntityIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        String doctype = "<!DOCTYPE score-partwise [<!ENTITY leak SYSTEM '" + secret.toUri() + "'>"
                + "<!ENTITY % more SYSTEM '" + secret.toUri() + "'> %more;]>";

        assertHarmless(Xml.bytes(doctype + SONG.replace("Flute", "&leak;")), "secret");
        assertHarmless(
                Xml.bytes(doctype + SONG.replace("<part-list>", "<movement-title>&leak;</movement-title><part-list>")),
                "top secret");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);

        assertThatThrownBy(() -> MusicXmlReader.read(piece(deep)))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void lengthsBeyondAllMeasureAreRefused() {
        assertThatThrownBy(() -> MusicXmlReader.read(piece(note("C4", 999_999_999))))
                .hasMessageContaining("a bar is longer than 10000 quarter notes");
    }

    @Test
    void fractionsThatOverflowAreRefusedInBothReadings() {
        String[] measures = new String[12];
        int[] primes = {999983, 999979, 999961, 999959, 999953, 999931, 999917, 999907, 999883, 999863, 999853, 999809};
        Arrays.setAll(
                measures, i -> "<attributes><divisions>" + primes[i] + "</divisions></attributes>" + note("C4", 1));

        assertThatThrownBy(() -> MusicXmlReader.read(piece(measures)))
                .isInstanceOf(MalformedNotationException.class)
                .hasMessageContaining("beyond 64 bits");
        assertThatThrownBy(() -> MusicXmlReader.readLenient(piece(measures)))
                .isInstanceOf(MalformedNotationException.class);
    }

    @Test
    void otherXmlAndNoXmlAreRefusedWithAWayOut() {
        for (String other :
                new String[] {"", "MThd", "<html/>", "<opus/>", "<score-partwise/>", "<score-timewise><measure/>"}) {
            assertThatThrownBy(() -> MusicXmlReader.readLenient(Xml.bytes(other)))
                    .as(other)
                    .isInstanceOf(MalformedNotationException.class)
                    .hasMessageContaining("; ");
        }
    }

    @Test
    void fileThatBreaksOffIsRefusedAndLenientlyKeptUpToThere() throws MalformedNotationException {
        String song = new String(piece(note("C4", 2), note("D4", 2)), StandardCharsets.UTF_8);
        byte[] file = Xml.bytes(song.substring(0, song.indexOf("<step>D")));

        Reading reading = MusicXmlReader.readLenient(file);

        assertThatThrownBy(() -> MusicXmlReader.read(file)).hasMessageContaining("line 1, column");
        assertThat(SoundingNotes.notes(reading.sequence())).containsExactly("0 C4 1");
        assertThat(SoundingNotes.findings(reading, Finding.Kind.REPAIRED)).hasSize(1);
    }

    @Test
    void manyBarsOfManyPartsAreRefused() {
        String parts = "<score-part id='P1'/>";
        StringBuilder list = new StringBuilder(parts);
        StringBuilder body = new StringBuilder("<part id='P1'>" + "<measure/>".repeat(10_000) + "</part>");
        for (int i = 2; i <= 600; i++) {
            list.append("<score-part id='P").append(i).append("'/>");
            body.append("<part id='P").append(i).append("'><measure/></part>");
        }

        assertThatThrownBy(() -> MusicXmlReader.read(Xml.bytes(Xml.document(list.toString(), body.toString()))))
                .hasMessageContaining("more than 5000000 bars in all");
    }

    @Test
    void mutatedFilesAreReadOrRefused() {
        byte[] original = piece(
                "<attributes><time><beats>3</beats><beat-type>4</beat-type></time><transpose><chromatic>-2</chromatic>"
                        + "</transpose></attributes>" + note("C4", 2, "<tie type='start'/>") + Xml.repeat("forward"),
                note("C4", 4, "<tie type='stop'/>") + "<backup><duration>4</duration></backup>"
                        + note("E3", 2, "<staff>2</staff>", "<voice>5</voice>") + Xml.sound("tempo='96' segno='s'"),
                Xml.ending("1", "start") + note("G4", 2) + note("B4", 2, "<chord/>") + Xml.repeat("backward"),
                Xml.ending("2", "start") + note("A4", 6) + Xml.sound("dalsegno='s'"));

        ForAll.examples(random -> mutated(original, random)).check(HostileNotationTest::assertReadOrRefused);
    }

    @Test
    void mutatedArchivesAreReadOrRefused() {
        byte[] original = Xml.zip("META-INF/container.xml", Xml.CONTAINER, "song.xml", SONG);

        ForAll.examples(random -> mutated(original, random)).check(HostileNotationTest::assertReadOrRefused);
    }

    static void assertReadOrRefused(byte[] file) {
        try {
            assertThat(MusicXmlReader.readLenient(file).sequence().length().isNegative())
                    .isFalse();
        } catch (MalformedNotationException refused) {
            assertThat(refused.getMessage()).contains(": ").contains("; ").doesNotContain("null");
        }
        try {
            assertThat(MusicXmlReader.read(file).length().isNegative()).isFalse();
        } catch (MalformedNotationException refused) {
            assertThat(refused.getMessage()).contains(": ").contains("; ").doesNotContain("null");
        }
    }

    /** A few bytes replaced, taken out or doubled, digits and brackets more often than others. */
    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        byte[] likely = Xml.bytes("0123456789-<>/'&");
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = likely[random.nextInt(likely.length)];
                case 2 -> bytes = without(bytes, at, random.nextInt(1, 12));
                default -> bytes = doubled(bytes, at, random.nextInt(1, 60));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int count) {
        int to = Math.min(bytes.length, from + count);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, shorter, from, bytes.length - to);
        return shorter.length == 0 ? bytes : shorter;
    }

    private static byte[] doubled(byte[] bytes, int from, int count) {
        int to = Math.min(bytes.length, from + count);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + to - from);
        System.arraycopy(bytes, from, longer, to, bytes.length - from);
        return longer;
    }

    private static void assertHarmless(byte[] file, String secret) {
        try {
            Reading reading = MusicXmlReader.readLenient(file);
            assertThat(reading.toString()).doesNotContain(secret);
        } catch (MalformedNotationException refused) {
            assertThat(refused.getMessage()).doesNotContain(secret);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<note><pitch><step>C</step><octave>#</octave></pitch><duration>1</duration></note>",
                "<note><pitch><step>C</step><alter>#</alter><octave>4</octave></pitch><duration>1</duration></note>",
                "<note><pitch><step>C</step><octave>4</octave></pitch><duration>#</duration></note>",
                "<note><pitch><step>C</step><octave>4</octave></pitch><duration>0.#</duration></note>",
                "<note><rest/><duration>#</duration></note>",
                "<note dynamics='#'><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration><voice>#</voice></note>",
                "<note><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration><time-modification><actual-notes>#</actual-notes><normal-notes>#</normal-notes></time-modification></note>",
                "<backup><duration>#</duration></backup>",
                "<forward><duration>#</duration></forward>",
                "<attributes><divisions>#</divisions></attributes>",
                "<attributes><time><beats>#</beats><beat-type>4</beat-type></time></attributes>",
                "<attributes><time><beats>4</beats><beat-type>#</beat-type></time></attributes>",
                "<attributes><key><fifths>#</fifths></key></attributes>",
                "<attributes><transpose><chromatic>#</chromatic></transpose></attributes>",
                "<attributes><staves>#</staves></attributes>",
                "<attributes><measure-style><multiple-rest>#</multiple-rest></measure-style></attributes>",
                "<attributes><measure-style><measure-repeat type='start'>#</measure-repeat></measure-style></attributes>",
                "<sound tempo='#'/>",
                "<sound tempo='1e#'/>",
                "<direction><direction-type><metronome><beat-unit>quarter</beat-unit><per-minute>#</per-minute></metronome></direction-type><offset>#</offset></direction>",
                "<barline><ending number='#' type='start'/><repeat direction='backward' times='#'/></barline>",
                "<harmony><root><root-step>C</root-step><root-alter>#</root-alter></root><kind>major</kind><degree><degree-value>#</degree-value></degree></harmony>",
            })
    void numbersOfHundredsOfDigitsAreReadOrRefusedInASentence(String element) {
        byte[] file = piece(element.replace("#", "9".repeat(400)) + note("C4", 1));

        assertThat(catchThrowable(() -> MusicXmlReader.readLenient(file)))
                .satisfiesAnyOf(failure -> assertThat(failure).isNull(), failure -> assertThat(failure)
                        .isInstanceOf(MalformedNotationException.class));
    }
}
