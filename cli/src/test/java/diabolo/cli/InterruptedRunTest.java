package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.experiment.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterruptedRunTest {

    private static final ResumeLine LINE = new ResumeLine(
            List.of("experiment", "run", "deephear", "--out", "old", "--quick", "--data", "my data", "--out=older"));

    @TempDir
    private Path folder;

    @Test
    void theLineThatResumesIsTheOneGivenWithTheFolderOfTheRun() {
        assertThat(LINE.in(Path.of("runs/deephear/1")))
                .isEqualTo("./diabolo experiment run deephear --quick --data 'my data' --resume --out runs/deephear/1");
        assertThat(new ResumeLine(List.of("train", "x", "--resume", "--out", "a")).in(Path.of("a")))
                .isEqualTo("./diabolo train x --resume --out a");
    }

    @Test
    void whatWasTrainedIsKeptAndTheLineThatResumesItIsSaid() throws IOException {
        RunFolder run = new RunFolder(folder.resolve("run"));
        Files.createDirectories(run.checkpoint("main").getParent());
        Files.writeString(run.checkpoint("main"), "weights");

        assertThat(messagesAtInterruption(run)).contains("what was trained is kept", "--resume --out " + run.path());
        assertThat(run.checkpoint("main")).hasContent("weights");
    }

    @Test
    void ofARunThatHadTrainedNothingNothingIsLeft() throws IOException {
        RunFolder run = new RunFolder(Files.createDirectories(folder.resolve("run")));
        Files.writeString(run.file("experiment.yaml"), "seed: 1");

        assertThat(messagesAtInterruption(run))
                .contains("nothing of this run is kept")
                .doesNotContain("--resume");
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void aFinishedRunStaysAndNothingIsSaidOfIt() throws IOException {
        RunFolder run = new RunFolder(Files.createDirectories(folder.resolve("run")));
        Files.writeString(run.file("experiment.yaml"), "seed: 1");
        Files.writeString(run.file("report.html"), "all of it");

        assertThat(messagesAtInterruption(run)).isBlank();
        assertThat(run.file("report.html")).hasContent("all of it");
        assertThat(run.file("experiment.yaml")).exists();
    }

    private static String messagesAtInterruption(RunFolder run) {
        StringWriter messages = new StringWriter();
        try (InterruptedRun interrupted = new InterruptedRun(run, LINE.in(run.path()), new PrintWriter(messages))) {
            interrupted.interrupted();
        }
        return messages.toString();
    }
}
