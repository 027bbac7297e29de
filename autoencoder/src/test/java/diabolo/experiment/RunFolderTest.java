package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import diabolo.report.Effort;
import diabolo.training.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunFolderTest {

    private static final ExperimentSpec SPEC =
            ExperimentSpec.defaults("PIANO_ROLL").withSeed(42).withCorpus("rags");

    private static final RunDescription DESCRIPTION =
            RunDescription.of(SPEC, "0123456789abcdef").of("deephear", Effort.QUICK);

    @TempDir
    private Path folder;

    @Test
    void aNewFolderSaysWhatIsRunInIt() throws IOException {
        RunFolder run = create(folder.resolve("new"), RunFolder.Start.FRESH);

        JsonNode provenance = JsonMapper.shared().readTree(Files.readString(run.file("provenance.json")));
        assertThat(ExperimentCatalog.read(run.file("experiment.yaml"))).isEqualTo(SPEC);
        assertThat(provenance.get("seed").asString()).isEqualTo("42");
        assertThat(provenance.get("corpusFingerprint").asString()).isEqualTo("0123456789abcdef");
        assertThat(provenance.get("effort").asString()).isEqualTo("QUICK");
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
    void aFolderWithoutARunIsNoReasonToResume() throws IOException {
        Files.writeString(folder.resolve("dear.txt"), "Dear Scott");

        assertThatIOException()
                .isThrownBy(() -> create(folder, RunFolder.Start.FRESH))
                .withMessage(folder + " is not empty; name a new folder with --out.");
        assertThatIOException()
                .isThrownBy(() -> create(folder, RunFolder.Start.RESUMED))
                .withMessageContaining("holds no run to resume");
    }

    @Test
    void aRunIsResumedByTheSameExperimentAndEffortAlone() throws IOException {
        create(folder, RunFolder.Start.FRESH);

        for (RunDescription other :
                List.of(DESCRIPTION.of("deephear", Effort.FULL), DESCRIPTION.of("autobach", Effort.QUICK))) {
            assertThatIOException()
                    .isThrownBy(() -> RunFolder.create(Optional.of(folder), other, RunFolder.Start.RESUMED))
                    .withMessageContaining("other settings");
        }
    }

    @Test
    void theLatestRunThatTrainedSomethingAndHasNoReportIsUnfinished() throws IOException {
        Path earlier = folder.resolve("deephear/1");
        trained(earlier);
        Path finished = folder.resolve("deephear/2");
        trained(finished);
        Files.writeString(finished.resolve("report.html"), "all of it");
        create(folder.resolve("deephear/3"), RunFolder.Start.FRESH); // without a checkpoint
        Files.createDirectories(folder.resolve("deephear/4")); // no run

        assertThat(RunFolder.unfinished(folder, DESCRIPTION)).contains(earlier);
        assertThat(RunFolder.unfinished(folder, DESCRIPTION.of("deephear", Effort.FULL)))
                .isEmpty();
    }

    @Test
    void aPlanAloneIsNothingTrained() throws IOException {
        RunFolder run = create(folder.resolve("run"), RunFolder.Start.FRESH);
        Files.createDirectories(run.checkpoint("main").getParent());
        Files.writeString(PlanFile.beside(run.checkpoint("main")), "seed: 1");

        assertThat(run.hasTrained()).isFalse();
        assertThat(run.discardIfNothingIsMade()).isTrue();
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void aRunBesideAnythingElseIsNotDiscarded() throws IOException {
        for (String other :
                List.of("report.html", "notes.txt", "checkpoint/main.safetensors", "samples/piece-0001.mid")) {
            RunFolder run = create(folder.resolve("run of " + other.replace('/', ' ')), RunFolder.Start.FRESH);
            Files.createDirectories(run.file(other).getParent());
            Files.writeString(run.file(other), "mine");

            assertThat(run.discardIfNothingIsMade()).isFalse();
            assertThat(run.file(other)).hasContent("mine");
            assertThat(run.file(RunFolder.SETTINGS)).exists();
        }
    }

    private static void trained(Path path) throws IOException {
        RunFolder run = create(path, RunFolder.Start.FRESH);
        Files.createDirectories(run.checkpoint("main").getParent());
        Files.writeString(run.checkpoint("main"), "weights");
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
        return RunFolder.create(Optional.of(path), DESCRIPTION, start);
    }
}
