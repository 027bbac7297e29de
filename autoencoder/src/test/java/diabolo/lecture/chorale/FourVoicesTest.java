package diabolo.lecture.chorale;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.RunFolder;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.Material;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FourVoicesTest {

    @TempDir
    private Path folder;

    @Test
    void heldOutMelodiesAreHarmonizedNearlyAsWellAsTheyAreWritten() throws IOException {
        Path data = Objects.requireNonNull(RealMusic.folder(FourVoices.DATA_SET).getParent());
        Study study = new Study(
                new DataFolder(List.of(data)), new RunFolder(folder), Effort.QUICK, 1, ExperimentProgress.SILENT);
        FourVoices experiment = new FourVoices(study);
        Report report =
                new Report(experiment.summary().name(), experiment.summary().title());
        Findings findings = new Findings(List.of(), Material.NONE, Effort.QUICK, 1, folder, _ -> {});

        for (Chapter chapter : experiment.chapters()) {
            chapter.write(findings, report);
        }
        report.write(folder);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics.get("voices.melodyKept")).isEqualTo(1);
        assertThat(metrics.get("voices.chords")).isGreaterThan(0.85);
        assertThat(metrics.get("voices.tonicEnd")).isGreaterThanOrEqualTo(0.75);
        assertThat(metrics.get("voices.parallels"))
                .isLessThan(Objects.requireNonNull(metrics.get("blocks.voices.parallels")));
        assertThat(metrics.get("voices.cost")).isLessThan(Objects.requireNonNull(metrics.get("ngrams.voices.cost")));
    }
}
