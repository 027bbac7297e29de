package diabolo.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.Experiments;
import diabolo.experiment.RunFolder;
import diabolo.report.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LectureTest {

    @TempDir
    private Path folder;

    @Test
    void experimentsComeInTheLecturesOrderAndEachOnce() {
        List<String> names =
                Lecture.all().stream().map(Experiments.Entry::experimentName).toList();

        assertThat(names).startsWith("deephear", "autobach").doesNotHaveDuplicates();
        assertThat(names.indexOf("deephear")).isLessThan(names.indexOf("ilsvrc"));
    }

    @Test
    void anUnknownNameGetsTheNearestOnes() {
        assertThatThrownBy(() -> Lecture.find("deepear"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nearest names are deephear");
    }

    @Test
    void aStudyRunsOnceAndIsResumedOnlyWithTheSameSettings() throws IOException {
        Path run = folder.resolve("run");
        Lecture.find("ilsvrc").run(request(run, Optional.empty(), RunFolder.Start.FRESH), ExperimentProgress.SILENT);

        assertThat(Files.readString(run.resolve("report.html"))).contains("Toronto");
        assertThat(Files.readString(run.resolve("experiment.yaml"))).contains("experiment: ilsvrc");
        assertThatThrownBy(() -> Lecture.find("ilsvrc")
                        .run(request(run, Optional.empty(), RunFolder.Start.FRESH), ExperimentProgress.SILENT))
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Lecture.find("ilsvrc")
                        .run(request(run, Optional.of(5L), RunFolder.Start.RESUMED), ExperimentProgress.SILENT))
                .hasMessageContaining("other settings");
        Lecture.find("ilsvrc").run(request(run, Optional.empty(), RunFolder.Start.RESUMED), ExperimentProgress.SILENT);
    }

    private static Experiments.Request request(Path out, Optional<Long> seed, RunFolder.Start start) {
        return new Experiments.Request(
                new DataFolder(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(out),
                seed,
                Effort.QUICK,
                start);
    }
}
