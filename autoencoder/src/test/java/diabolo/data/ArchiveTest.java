package diabolo.data;

import static diabolo.data.DataFetchTest.bytes;
import static diabolo.data.DataFetchTest.file;
import static diabolo.data.LoopbackServer.whole;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.data.DataFetch.Changed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {

    private static final byte[] RAG = bytes(20_000, 1);
    private static final byte[] TABLE =
            "name,sound,split\r\na,a.wav,train\r\nb,b.wav,test\r\nc,,validation\r\n".getBytes(UTF_8);
    private static final byte[] EXCERPT = "name,split\r\na,train\r\nc,validation\r\n".getBytes(UTF_8);
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1, 1 << 20, 2);

    @TempDir
    private Path folder;

    @Test
    void entriesAreKnownByTheirChecksumsWhateverTheirNames() throws IOException {
        byte[] archive = zip(Map.of("repository-1/deep/other name.mid", RAG, "repository-1/README.md", bytes(50, 9)));

        fetch(archive, file("rag.mid", RAG), file("again/rag.mid", RAG));

        assertThat(data().resolve("set/rag.mid")).hasBinaryContent(RAG);
        assertThat(data().resolve("set/again/rag.mid")).hasBinaryContent(RAG);
        assertThat(data().resolve("set/README.md")).doesNotExist();
    }

    @Test
    void anEntryThatLeadsOutOfTheFolderIsLaidWhereTheCatalogSays() throws IOException {
        fetch(zip(Map.of("../../evil.mid", RAG, "/evil.mid", bytes(20_000, 2))), file("rag.mid", RAG));

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(data().resolve("set/rag.mid"));
        }
    }

    @Test
    void theExcerptOfATableIsMade() throws IOException {
        fetch(zip(Map.of("groove/info.csv", TABLE)), file("info.csv", EXCERPT));

        assertThat(data().resolve("set/info.csv")).hasBinaryContent(EXCERPT);
    }

    @Test
    void anArchiveWithoutTheFilesIsNamed() {
        assertThatThrownBy(() -> fetch(zip(Map.of("a", bytes(20_000, 5))), file("rag.mid", RAG)))
                .hasMessageContaining("has none of the files");
        assertThat(data().resolve("set")).doesNotExist();
    }

    @Test
    void anArchiveThatLacksAFileIsNotLaidOutInPart() {
        assertThatThrownBy(() -> fetch(zip(Map.of("rag.mid", RAG)), file("rag.mid", RAG), file("b", bytes(9, 1))))
                .hasMessageContaining("for lack of 1 of its 2 files");
        assertThat(data().resolve("set")).doesNotExist();
    }

    @Test
    void aTextThatNoExperimentReadsMayBeMissing() throws IOException {
        fetch(zip(Map.of("rag.mid", RAG)), file("rag.mid", RAG), file("LICENSE", bytes(9, 1)));

        assertThat(data().resolve("set/rag.mid")).hasBinaryContent(RAG);
    }

    @Test
    void anArchiveThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> fetch(bytes((1 << 20) + 1, 3), file("rag.mid", RAG)))
                .hasMessageContaining("has more than the 1.0 MB that it may have");
    }

    @Test
    void whatInflatesBeyondTheFileIsNotUnpackedFurther() {
        byte[] bomb = zip(Map.of("rag.mid", new byte[300 << 20]));
        assertThat(bomb.length).isLessThan(1 << 20);
        claim(bomb, 20_000);

        assertThatThrownBy(() -> fetch(bomb, file("rag.mid", RAG))).hasMessageContaining("for lack of 1 of its 1 file");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThatThrownBy(() -> fetch(bytes(5_000, 3), file("rag.mid", RAG)))
                .hasMessageContaining("is no ZIP archive that can be read");
    }

    @Test
    void anArchiveOfThisComputerIsAMirrorAndIsKept() throws IOException {
        Path archive = Files.write(folder.resolve("copy.zip"), zip(Map.of("x/rag.mid", RAG)));

        new DataFetch(data(), Optional.of(Mirror.of(archive.toString())), Changed.REFUSED, download())
                .fetch(set(List.of(), file("rag.mid", RAG)));

        assertThat(data().resolve("set/rag.mid")).hasBinaryContent(RAG);
        assertThat(archive).exists();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void fetch(byte[] archive, DataFile... files) throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            server.on("/set.zip", whole(archive));
            List<Source> sources = List.of(new Source.Archive(server.address("/set.zip")));
            new DataFetch(data(), Optional.empty(), Changed.REFUSED, download()).fetch(set(sources, files));
        }
    }

    private static Download download() {
        return new Download(PATIENT, DownloadProgress.SILENT);
    }

    private static DataSet set(List<Source> sources, DataFile... files) {
        Set<String> optional =
                Stream.of(files).map(DataFile::path).anyMatch("LICENSE"::equals) ? Set.of("LICENSE") : Set.of();
        TableExcerpt excerpt = new TableExcerpt("info.csv", "sound", "split", "test");
        return new DataSet("set", "", "", "", List.of(), "", sources, Optional.of(excerpt), optional, List.of(files));
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new LinkedHashMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    /** Lets the directory of an archive with one entry claim another size than the entry has. */
    private static void claim(byte[] archive, int bytes) {
        for (int at = archive.length - 4; at >= 0; at--) {
            if (archive[at] == 'P' && archive[at + 1] == 'K' && archive[at + 2] == 1 && archive[at + 3] == 2) {
                for (int i = 0; i < 4; i++) {
                    archive[at + 24 + i] = (byte) (bytes >>> (8 * i));
                }
                return;
            }
        }
        throw new AssertionError("no directory");
    }
}
