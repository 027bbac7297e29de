package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunFolderTest {

    private static final ExperimentSpec SPEC =
            ExperimentSpec.defaults("PIANO_ROLL").withSeed(42).withCorpus("rags");

    @TempDir
    private Path folder;

    @Test
    void aNewFolderSaysWhatIsRunInIt() throws IOException {
        RunFolder run = create(folder.resolve("new"), RunFolder.Start.FRESH);

        JsonNode provenance = JsonMapper.shared().readTree(Files.readString(run.file("provenance.json")));
        assertThat(ExperimentCatalog.read(run.file("experiment.yaml"))).isEqualTo(SPEC);
        assertThat(provenance.get("seed").asString()).isEqualTo("42");
        assertThat(provenance.get("corpusFingerprint").asString()).isEqualTo("0123456789abcdef");
        assertThat(provenance.has("machine")).isTrue();
    }

    @Test
    void anEmptyFolderIsAsGoodAsANewOne() throws IOException {
        assertThat(create(folder, RunFolder.Start.FRESH).path()).isEqualTo(folder);
    }

    @Test
    void aFolderThatHoldsFilesIsLeftAlone() throws IOException {
        Path precious = Files.writeString(folder.resolve("experiment.yaml"), "mine");

        assertThatIOException()
                .isThrownBy(() -> create(folder, RunFolder.Start.FRESH))
                .withMessageContaining(folder + " is not empty")
                .withMessageContaining("--resume");
        assertThat(folder).isDirectoryContaining(precious::equals);
        assertThat(precious).hasContent("mine");
    }

    @Test
    void aRunGoesOnWhereItsCheckpointsLie() throws IOException {
        RunFolder first = create(folder, RunFolder.Start.FRESH);
        Files.createDirectories(first.checkpoint("main").getParent());
        Files.writeString(first.checkpoint("main"), "weights");

        RunFolder second = create(folder, RunFolder.Start.RESUMED);

        assertThat(second).isEqualTo(first);
        assertThat(second.checkpoint("main")).hasContent("weights");
    }

    private static RunFolder create(Path path, RunFolder.Start start) throws IOException {
        return RunFolder.create(Optional.of(path), SPEC, "0123456789abcdef", start);
    }
}
