package diabolo.lecture.digits;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.experiment.DataFolder;
import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.RunFolder;
import diabolo.experiment.Study;
import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs an experiment of a size that takes seconds, on the real digits where they are. */
final class TinyStudy {

    private TinyStudy() {}

    /** Its metrics; all of them are documented. Skips the test where the digits are not there. */
    static Map<String, Double> metrics(Path folder, Function<Study, Experiment> experiment) throws IOException {
        Path digits = RealMusic.folder(LabelledDigits.DATA_SET);
        Experiments.Request request = new Experiments.Request(
                new DataFolder(List.of(digits.resolveSibling("."))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("run")),
                Optional.empty(),
                Effort.QUICK,
                RunFolder.Start.FRESH);
        Map<String, Double> metrics = Experiments.Entry.study("tiny", "of a test", List.of(), experiment::apply)
                .run(request, ExperimentProgress.SILENT)
                .report()
                .metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(folder.resolve("run/report.html")).content().contains("Quick run:");
        return metrics;
    }
}
