package diabolo.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.inspection.Verdict.Status;
import diabolo.midi.MidiBytes;
import diabolo.note.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileInspectionTest {

    private static final byte[] TWO_NOTES = MidiBytes.format(0)
            .track("00 FF 51 03 07 A1 20 00 FF 58 04 03 02 18 08 00 FF 59 02 01 00 "
                    + "00 90 3C 40 00 90 43 40 60 80 3C 40 08 99 24 40 58 89 24 40 81 40 80 43 40 "
                    + MidiBytes.END)
            .build();

    private static final String WALTZ = """
            <?xml version="1.0" encoding="%s"?>
            <score-partwise version="4.0"><part-list><score-part id="P1"><part-name>Violin</part-name></score-part></part-list>
            <part id="P1"><measure number="1"><attributes><divisions>1</divisions><time><beats>3</beats>
            <beat-type>4</beat-type></time></attributes><note><pitch><step>A</step><octave>4</octave></pitch>
            <duration>3</duration></note></measure></part></score-partwise>
            """;

    @TempDir
    Path folder;

    private Verdict inspect(String name, byte[] content) throws IOException {
        return FileInspection.inspect(Files.write(folder.resolve(name), content));
    }

    private static String onlySentence(Verdict verdict) {
        assertThat(verdict.status()).isEqualTo(Status.REFUSED);
        assertThat(verdict.statistics()).isEmpty();
        assertThat(verdict.findings()).hasSize(1);
        return verdict.findings().getFirst().sentence();
    }

    @Test
    void figuresTellWhatIsInAPiece() throws IOException {
        Verdict verdict = inspect("two-notes.mid", TWO_NOTES);

        assertThat(verdict.status()).isEqualTo(Status.READABLE);
        assertThat(verdict.findings()).isEmpty();
        PieceStatistics statistics = verdict.statistics().orElseThrow();
        assertThat(statistics)
                .isEqualTo(new PieceStatistics(
                        2,
                        3,
                        1,
                        2,
                        4,
                        2,
                        List.of(120.0),
                        List.of("3/4"),
                        List.of("G major"),
                        Optional.of("C4"),
                        Optional.of("G4"),
                        2,
                        2 / 3.0));
        assertThat(verdict.inWords())
                .startsWith(verdict.file() + ": MIDI, readable")
                .contains("2 parts, 3 notes, 2 bars of 3/4, 4 beats or 2.0 s at 120 beats a minute, in G major, "
                        + "pitches C4 to G4, 2 notes at once at most, 66.7% on the sixteenths, 1 of them drums");
    }

    @Test
    void theContentDecidesAndNotTheName() throws IOException {
        assertThat(inspect("not-really.pdf", TWO_NOTES).format()).isEqualTo(Format.MIDI);
        assertThat(onlySentence(inspect("not-really.mid", "%PDF-1.7".getBytes(UTF_8))))
                .contains("this is a PDF document; give a MIDI, MusicXML or ABC file instead");
    }

    @Test
    void aRepairIsToldWithItsByte() throws IOException {
        byte[] announcingTwo = TWO_NOTES.clone();
        announcingTwo[9] = 1;
        announcingTwo[11] = 2;

        Verdict verdict = inspect("one-track-missing.mid", announcingTwo);

        assertThat(verdict.status()).isEqualTo(Status.READABLE_WITH_REPAIR);
        assertThat(verdict.findings()).singleElement().matches(finding -> finding.kind() == Finding.Kind.REPAIRED);
        assertThat(verdict.inWords()).contains("repaired: byte 10: the header announces 2 tracks, but the file has 1");
    }

    @Test
    void musicXmlIsReadInUtf8AndUtf16AndCompressed() throws IOException {
        assertMusicXml(inspect("waltz.xml", WALTZ.formatted("UTF-8").getBytes(UTF_8)), Format.MUSIC_XML);
        assertMusicXml(inspect("waltz16.xml", WALTZ.formatted("UTF-16").getBytes(UTF_16)), Format.MUSIC_XML);
        Path archive = folder.resolve("waltz.mxl");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/container.xml"));
            zip.write("<container><rootfiles><rootfile full-path=\"waltz.xml\"/></rootfiles></container>"
                    .getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("waltz.xml"));
            zip.write(WALTZ.formatted("UTF-8").getBytes(UTF_8));
        }
        assertMusicXml(FileInspection.inspect(archive), Format.COMPRESSED_MUSIC_XML);
    }

    private static void assertMusicXml(Verdict verdict, Format format) {
        assertThat(verdict.format()).as(verdict.inWords()).isEqualTo(format);
        PieceStatistics statistics = verdict.statistics().orElseThrow(() -> new AssertionError(verdict.inWords()));
        assertThat(statistics.notes()).isEqualTo(1);
        assertThat(statistics.beats()).isCloseTo(3, within(1e-9));
        assertThat(statistics.meters()).containsExactly("3/4");
    }

    @Test
    void abcIsReadWhateverItsName() throws IOException {
        Verdict tune = inspect("tune", "X: 1\nT: A tune\nM: 4/4\nK: G\nGABc|\n".getBytes(UTF_8));
        Verdict broken = inspect("broken.abc", "%abc\n\nX:1\nK:H\nGABc|\n".getBytes(UTF_8));

        assertThat(tune.format()).isEqualTo(Format.ABC);
        assertThat(tune.status()).isEqualTo(Status.READABLE);
        assertThat(tune.inWords()).contains("1 part, 4 notes, 1 bar of 4/4");
        assertThat(broken.status()).isEqualTo(Status.READABLE_WITH_REPAIR);
        assertThat(onlySentence(inspect("empty.abc", "%abc-2.1\n".getBytes(UTF_8))))
                .contains("no line begins with X:");
    }

    @Test
    void whatCannotBeOpenedGetsASentence() throws IOException {
        assertThat(onlySentence(FileInspection.inspect(folder))).contains("this is a folder");
        assertThat(onlySentence(FileInspection.inspect(folder.resolve("missing.mid"))))
                .contains("no such file");
        assertThat(onlySentence(inspect("empty.mid", new byte[0]))).contains("the file is empty");
    }

    @Test
    void aFileOfMoreThan64MebibytesIsRefusedUnread() throws IOException {
        Path large = Files.write(folder.resolve("large.mid"), TWO_NOTES);
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }

        assertThat(onlySentence(FileInspection.inspect(large))).contains("larger than 64 MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "RIFF____WAVEfmt , WAV audio",
        "ID3abc, MP3 audio",
        "OggSabc, Ogg audio",
        "{\\rtf1, a rich text document",
        "Dear diary, 'text, but neither'",
        "<!doctype html><html>, XML or HTML of another kind",
    })
    void otherKindsOfFilesAreCalledByTheirNames(String start, String expected) throws IOException {
        assertThat(onlySentence(inspect("other.mid", start.getBytes(ISO_8859_1))))
                .contains("this is " + expected);
    }

    @Test
    void zipArchivesAndJunkAreCalledByTheirNames() throws IOException {
        Path archive = folder.resolve("letters.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
        }

        assertThat(onlySentence(FileInspection.inspect(archive))).contains("a ZIP archive without MusicXML");
        assertThat(onlySentence(inspect("junk.mid", new byte[] {1, 2, 3, (byte) 200})))
                .contains("binary data of a kind that we do not know (it begins with 01 02 03 C8)");
    }
}
