package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import diabolo.data.DataCatalog;
import diabolo.data.DataFile;
import diabolo.data.DataSet;
import diabolo.experiment.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DataVerbTest {

    private final StringWriter results = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void theListNamesEverySetAndWhatUsesIt() {
        assertThat(run("data", "list", "--data", folder.toString())).isEqualTo(0);

        assertThat(results.toString())
                .contains(DataCatalog.names())
                .contains(
                        "not here",
                        "CC BY 4.0",
                        "experiments: musicvae-drums-2bar, drums-kl",
                        "trainings: drums-2bar, drums-2bar-low");
    }

    @Test
    void theListIsJsonOnRequest() {
        assertThat(run("data", "list", "--json", "--data", folder.toString())).isEqualTo(0);

        JsonNode first = JsonMapper.shared().readTree(results.toString()).get(0);
        assertThat(first.path("name").asString()).isEqualTo("ragtime-mutopia");
        assertThat(first.path("state").asString()).isEqualTo("absent");
        assertThat(first.path("trainings").get(0).asString()).isEqualTo("ragtime-deephear");
        assertThat(first.path("sources").get(0).asString()).startsWith("https://");
    }

    @Test
    void aSetThatIsServedOnThisComputerIsFetchedCheckedAndFound() throws IOException {
        Path copies = Files.createDirectories(folder.resolve("copies"));
        DataSet rags = realSet("ragtime-mutopia", copies);
        Path data = folder.resolve("data");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                copies.toAbsolutePath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String mirror = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(run("data", "get", "ragtime-mutopia", "--data", data.toString(), "--mirror", mirror))
                    .as(messages.toString())
                    .isEqualTo(0);
        } finally {
            server.stop(0);
        }

        assertThat(messages.toString()).contains("17 files. Licence: public domain. To cite: Mutopia Project");
        assertThat(results.toString().strip())
                .isEqualTo(data.resolve("ragtime-mutopia").toString());
        assertThat(run("data", "check", "ragtime-mutopia", "--data", data.toString()))
                .isEqualTo(0);

        Files.writeString(
                data.resolve("ragtime-mutopia").resolve(rags.files().getFirst().path()), "other");
        assertThat(run("data", "check", "ragtime-mutopia", "--data", data.toString()))
                .isEqualTo(1);
        assertThat(results.toString()).contains("changed: ");
    }

    @Test
    void aTrainingThatMissesItsDataNamesTheCommandThatFetchesThem() {
        assertThat(run("experiment", "run", "deephear", "--data", folder.toString()))
                .isEqualTo(1);

        assertThat(messages.toString())
                .hasLineCount(1)
                .contains("ragtime-mutopia is not here; `diabolo data get ragtime-mutopia --data " + folder + "`");
    }

    @Test
    void whatCannotBeFetchedIsSaidInOneSentenceEach() {
        String nowhere = folder.resolve("copies").toString();

        assertThat(run("data", "get", "digits-mnist", "--data", folder.toString(), "--mirror", nowhere))
                .isEqualTo(1);
        assertThat(run("data", "get", "digits")).isEqualTo(1);
        assertThat(run("data", "get")).isEqualTo(2);

        assertThat(messages.toString())
                .hasLineCount(3)
                .contains(nowhere + " does not exist; name a mirror")
                .contains("There is no data set called digits; choose one of")
                .contains("Name data sets, or all of them with --all");
    }

    /** The real files of a set, if they are on this computer: the catalog knows no others. */
    private static DataSet realSet(String name, Path copies) throws IOException {
        Path real = real(name);
        DataSet set = DataCatalog.find(name);
        for (DataFile file : set.files()) {
            Path copy = copies.resolve(name).resolve(file.path());
            Files.createDirectories(copy.getParent());
            Files.copy(real.resolve(file.path()), copy);
        }
        return set;
    }

    private static Path real(String name) {
        String given = System.getenv(DataFolder.VARIABLE);
        Stream<Path> candidates = given != null
                ? Stream.of(Path.of(given))
                : Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(above -> above.resolve("shared").resolve("data"));
        Optional<Path> found = candidates
                .map(data -> data.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                found.isPresent(), "skipped: no data folder; set DIABOLO_DATA, or lay shared/data beside the project");
        return found.orElseThrow();
    }

    private int run(String... arguments) {
        return Diabolo.run(new PrintWriter(results), new PrintWriter(messages), arguments);
    }
}
