package diabolo.data;

import static diabolo.data.LoopbackServer.cutOffAfter;
import static diabolo.data.LoopbackServer.page;
import static diabolo.data.LoopbackServer.stallsAfter;
import static diabolo.data.LoopbackServer.status;
import static diabolo.data.LoopbackServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.data.DataFetch.Changed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataFetchTest {

    private static final byte[] RAG = bytes(100_000, 1);
    private static final byte[] WALTZ = bytes(3_000, 2);
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 1, 1 << 20, 3);
    private static final Limits HASTY = new Limits(Duration.ofSeconds(20), Duration.ofMillis(300), 1, 1 << 20, 3);

    @TempDir
    private Path data;

    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSetIsFetchedWholeAndLaidOut() throws IOException {
        server.on("/rags/rag.mid", whole(RAG)).on("/rags/in 3/waltz?.mid", whole(WALTZ));

        DataFetch.Fetched fetched = fetch(rags("/rags/"));

        assertThat(fetched.fetched()).isEqualTo(2);
        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
        assertThat(data.resolve("rags/in 3/waltz?.mid")).hasBinaryContent(WALTZ);
        assertOnlyTheSetIsThere();
    }

    @Test
    void whatIsThereIsKeptAndNotAskedForAgain() throws IOException {
        server.on("/rags/", whole(WALTZ));
        lay("rag.mid", RAG);

        assertThat(fetch(rags("/rags/")).fetched()).isEqualTo(1);
        assertThat(fetch(rags("/rags/")).fetched()).isZero();

        assertThat(server.asked).containsExactly("/rags/in%203/waltz%3F.mid");
    }

    @Test
    void aFileOfTheUsersOwnIsNotOverwritten() throws IOException {
        server.on("/rags/", whole(RAG));
        lay("rag.mid", WALTZ);

        assertThatThrownBy(() -> fetch(rags("/rags/")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1 file of another content than the catalog, such as rag.mid; move it away");

        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(WALTZ);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aConnectionThatIsCutOffIsResumedWhereItEnded() throws IOException {
        server.on("/rags/rag.mid", cutOffAfter(40_000, RAG)).on("/rags/in 3/", whole(WALTZ));

        fetch(rags("/rags/"));

        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
        assertThat(server.asked)
                .startsWith("/rags/rag.mid")
                .filteredOn(asked -> asked.matches("/rags/rag.mid bytes=[1-9][0-9]*-"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theNextCommandGoesOnWithWhatCame() throws IOException {
        server.on("/rags/rag.mid", cutOffAfter(30_000, RAG)).on("/rags/in 3/", whole(WALTZ));

        assertThatThrownBy(() -> fetch(rags("/rags/")))
                .hasMessageMatching("(?s).* was cut off after .* of 100 kB; the same command goes on from there.*");
        assertThat(data.resolve("rags")).doesNotExist();
        long came = Files.size(data.resolve(".rags.part/downloads/" + Sha256.of(RAG) + ".part"));
        fetch(rags("/rags/"));

        assertThat(server.asked).contains("/rags/rag.mid bytes=%d-".formatted(came));
        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
        assertOnlyTheSetIsThere();
    }

    @Test
    void theRestOfAFileThatWasReplacedIsNotTrusted() throws IOException {
        server.on("/rags/rag.mid", whole(RAG)).on("/rags/in 3/", whole(WALTZ));
        Path part = data.resolve(".rags.part/downloads/" + Sha256.of(RAG) + ".part");
        Files.createDirectories(part.getParent());
        Files.write(part, bytes(50_000, 3));

        fetch(rags("/rags/"));

        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
    }

    @Test
    void aSourceThatStallsIsLeftWithASentence() {
        server.on("/rags/", stallsAfter(20_000, RAG));

        Download hasty = new Download(HASTY, DownloadProgress.SILENT);
        DataFetch fetch = new DataFetch(data, Optional.empty(), Changed.REFUSED, hasty);
        assertThatThrownBy(() -> fetch.fetch(rags("/rags/"))).hasMessageContaining("hardly sends any more");

        assertThat(data.resolve("rags")).doesNotExist();
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void anotherFileThanExpectedIsRefusedWithBothChecksums() {
        server.on("/rags/", whole(bytes(100_000, 4)));

        assertThatThrownBy(() -> fetch(rags("/rags/")))
                .hasMessageContaining("rag.mid is another file than expected: 100,000 bytes, SHA-256 "
                        + Sha256.of(bytes(100_000, 4)) + ", instead of 100,000 bytes, " + Sha256.of(RAG))
                .hasMessageContaining("--mirror");

        assertThat(data.resolve("rags")).doesNotExist();
    }

    @Test
    void anotherFileThanExpectedIsTakenOnRequest() throws IOException {
        server.on("/rags/rag.mid", whole(bytes(100_000, 4))).on("/rags/in 3/", whole(WALTZ));

        DataFetch.Fetched fetched = fetch(rags("/rags/"), Optional.empty(), Changed.ACCEPTED);

        assertThat(fetched.changed()).extracting(DataFile::path).containsExactly("rag.mid");
        assertThat(fetched.fetched()).isEqualTo(2);
        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(bytes(100_000, 4));
        assertThat(data.resolve("rags/in 3/waltz?.mid")).hasBinaryContent(WALTZ);
    }

    @Test
    void theSecondSourceIsAskedForWhatTheFirstHasNot() throws IOException {
        server.on("/first/rag.mid", whole(RAG)).on("/second/", whole(WALTZ));

        fetch(rags("/first/", "/second/"));

        assertThat(data.resolve("rags/in 3/waltz?.mid")).hasBinaryContent(WALTZ);
        assertThat(server.asked).containsExactly("/first/rag.mid", "/second/in%203/waltz%3F.mid");
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        server.on("/old/", exchange -> status(
                                302, exchange.getRequestURI().getRawPath().replace("old", "new"))
                        .handle(exchange))
                .on("/new/rag.mid", whole(RAG))
                .on("/new/in 3/", whole(WALTZ));

        fetch(rags("/old/"));

        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
    }

    @ParameterizedTest
    @CsvSource({"/rags/rag.mid, redirects more than 5 times", "ftp://127.0.0.1/rag.mid, which is not followed"})
    void aRedirectThatLeadsNowhereIsRefused(String location, String sentence) {
        server.on("/rags/", status(302, location));

        assertThatThrownBy(() -> fetch(rags("/rags/"))).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=utf-8", "application/octet-stream"})
    void aPageInsteadOfAFileIsRecognized(String contentType) {
        server.on("/rags/", page(contentType));

        assertThatThrownBy(() -> fetch(rags("/rags/")))
                .hasMessageContaining("sends a web page instead of the file, as a login to a network does");
    }

    @ParameterizedTest
    @CsvSource({"404, is not there (404)", "403, may not be fetched (403)", "503, is busy (503)", "500, the status 500"
    })
    void aRefusalOfTheServerIsASentence(int status, String sentence) {
        server.on("/rags/", status(status, ""));

        assertThatThrownBy(() -> fetch(rags("/rags/"))).hasMessageContaining(sentence);
    }

    @Test
    void withoutANetworkTheSentenceNamesTheSourcesAndTheWaysOut() {
        URI nobody = server.address("/rags/");
        server.close();

        assertThatThrownBy(() -> fetch(rags("/rags/")))
                .hasMessageContaining("rags was not fetched for lack of 2 of its 2 files: ")
                .hasMessageContaining(nobody.getAuthority() + " cannot be reached")
                .hasMessageContaining("Sources asked: " + nobody)
                .hasMessageContaining("laid into " + data.resolve("rags"))
                .hasMessageContaining("`diabolo data check rags`");
    }

    @Test
    void aMirrorLaidOutAsTheDataFolderIsAskedInstead() throws IOException {
        server.on("/copies/rags/rag.mid", whole(RAG)).on("/copies/rags/in 3/", whole(WALTZ));

        fetch(rags("/nowhere/"), Optional.of(Mirror.of(server.address("/copies").toString())), Changed.REFUSED);

        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
    }

    @Test
    void aMirrorOfTheSourcesIsAskedInstead() throws IOException {
        server.on("/copies/nowhere/rag.mid", whole(RAG)).on("/copies/nowhere/in 3/", whole(WALTZ));

        fetch(
                rags("/nowhere/"),
                Optional.of(Mirror.of(server.address("/copies/").toString())),
                Changed.REFUSED);

        assertThat(data.resolve("rags/rag.mid")).hasBinaryContent(RAG);
    }

    @Test
    void aFolderOfThisComputerIsAMirror(@TempDir Path copies) throws IOException {
        Files.createDirectories(copies.resolve("rags/in 3"));
        Files.write(copies.resolve("rags/rag.mid"), RAG);
        Files.write(copies.resolve("rags/in 3/waltz?.mid"), WALTZ);

        fetch(rags("/nowhere/"), Optional.of(Mirror.of(copies.toString())), Changed.REFUSED);

        assertThat(data.resolve("rags/in 3/waltz?.mid")).hasBinaryContent(WALTZ);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aFileInGzipIsRightHoweverItWasCompressed() throws IOException {
        byte[] own = gzip(WALTZ);
        byte[] theirs = gzip(WALTZ);
        theirs[4] = 1; // of the time when it was compressed
        server.on("/digits/images.gz", whole(theirs));
        DataFile images =
                new DataFile("images.gz", own.length, Sha256.of(own), "images.gz", Optional.of(Sha256.of(WALTZ)));
        DataSet digits = set("digits", List.of("/digits/"), images);

        assertThat(fetch(digits).changed()).isEmpty();
        assertThat(fetch(digits).fetched()).isZero();

        assertThat(data.resolve("digits/images.gz")).hasBinaryContent(theirs);
        Files.write(data.resolve("digits/images.gz"), gzip(RAG));
        assertThatThrownBy(() -> fetch(digits)).hasMessageContaining("1 file of another content");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void filesThatAreTheSameAreAskedForOnce() throws IOException {
        server.on("/rags/", whole(RAG));

        fetch(set("rags", List.of("/rags/"), file("one.mid", RAG), file("two.mid", RAG)));

        assertThat(data.resolve("rags/one.mid")).hasBinaryContent(RAG);
        assertThat(data.resolve("rags/two.mid")).hasBinaryContent(RAG);
        assertThat(server.asked).containsExactly("/rags/one.mid");
    }

    @Test
    void aSetIsFetchedByOneCommandAtATime() throws IOException {
        try (Staging other = Staging.open(data, "rags")) {
            assertThat(other.files()).isDirectory();
            assertThatThrownBy(() -> fetch(rags("/rags/"))).hasMessageContaining("Another command fetches rags");
        }
    }

    private DataFetch.Fetched fetch(DataSet set) throws IOException {
        return fetch(set, Optional.empty(), Changed.REFUSED);
    }

    private DataFetch.Fetched fetch(DataSet set, Optional<Mirror> mirror, Changed changed) throws IOException {
        return new DataFetch(data, mirror, changed, new Download(PATIENT, DownloadProgress.SILENT)).fetch(set);
    }

    private DataSet rags(String... sources) {
        return set("rags", List.of(sources), file("rag.mid", RAG), file("in 3/waltz?.mid", WALTZ));
    }

    private DataSet set(String name, List<String> sources, DataFile... files) {
        return new DataSet(
                name,
                "two rags",
                "public domain",
                "nobody",
                List.of(),
                "",
                sources.stream()
                        .<Source>map(path -> new Source.Folder(server.address(path), ""))
                        .toList(),
                Optional.empty(),
                Set.of(),
                List.of(files));
    }

    static DataFile file(String path, byte[] content) {
        return new DataFile(path, content.length, Sha256.of(content), path, Optional.empty());
    }

    private void lay(String path, byte[] content) throws IOException {
        Path file = data.resolve("rags").resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void assertOnlyTheSetIsThere() throws IOException {
        try (Stream<Path> there = Files.list(data)) {
            assertThat(there).containsExactly(data.resolve("rags"));
        }
    }

    static byte[] bytes(int count, int seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void namesThatLeadOutOfTheFolderAreNoFiles() {
        for (String path :
                List.of("../rag.mid", "/rag.mid", "a/../../rag.mid", "a\\rag.mid", "C:rag.mid", "a//b", "")) {
            assertThatThrownBy(() -> file(path, "x".getBytes(StandardCharsets.UTF_8)))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
