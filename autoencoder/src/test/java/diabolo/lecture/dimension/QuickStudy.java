package diabolo.lecture.dimension;

import diabolo.RealMusic;
import diabolo.experiment.DataFolder;
import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.RunFolder;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.Material;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A quick run of an experiment on real data, with the models of the project. */
record QuickStudy(Study study) {

    static final ShippedModel MELODIES = () -> Path.of("..", "models", "melody-2bar");
    static final ShippedModel DRUMS = () -> Path.of("..", "models", "drums-2bar");

    /** So few that a test takes seconds. */
    static final Amounts FEW = new Amounts(6, 2_000, 300, 400, 70, 800, 250, 240, 400);

    /** Skips the test where there is no data. */
    static QuickStudy in(Path folder) {
        Path data =
                Objects.requireNonNull(RealMusic.folder(LabelledDigits.DATA_SET).getParent());
        return new QuickStudy(new Study(
                new DataFolder(List.of(data)), new RunFolder(folder), Effort.QUICK, 1, ExperimentProgress.SILENT));
    }

    Report run(Experiment experiment) throws IOException {
        Report report =
                new Report(experiment.summary().name(), experiment.summary().title());
        Findings findings = new Findings(
                List.of(), Material.NONE, Effort.QUICK, 1, study.folder().path(), _ -> {});
        for (Chapter chapter : experiment.chapters()) {
            chapter.write(findings, report);
        }
        return report;
    }
}
