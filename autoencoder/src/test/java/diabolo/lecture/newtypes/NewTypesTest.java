package diabolo.lecture.newtypes;

import static org.assertj.core.api.Assertions.assertThat;

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
import diabolo.report.MetricsTable;
import diabolo.report.TrainedVariant;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments at sizes that learn in less than a minute: what their reports claim holds in direction. */
class NewTypesTest {

    @TempDir
    private Path folder;

    @Test
    void noiseComesToRestAtSymbolsOfStrokes() throws IOException {
        Study study = study(LabelledDigits.DATA_SET);

        Map<String, Double> metrics = run(new DigitTypes(study, new DigitTypes.Size(3000, 6, 40, 1000, 200)), study);

        assertThat(metrics.get("reconstruction.mse")).isLessThan(metrics.get("baseline.mean.mse"));
        assertThat(metrics.get("fixedPoint.reconstruction.mse"))
                .isLessThan(0.1 * Objects.requireNonNull(metrics.get("noise.reconstruction.mse")));
        assertThat(metrics.get("fixedPoint.share")).isPositive();
        assertThat(metrics.get("uniqueRatio")).isGreaterThan(0.1);
        assertThat(metrics.get("nearestDigit.distance")).isLessThan(metrics.get("noise.nearestDigit.distance"));
        assertThat(metrics.get("test.confidence")).isGreaterThan(metrics.get("confidence"));
    }

    @Test
    void noiseComesToRestAtRollsMoreOnScaleThanNoise() throws IOException {
        Study study = study(MusicTypes.CORPUS);

        Map<String, Double> metrics = run(new MusicTypes(study, new MusicTypes.Size(1200, 8, 20)), study);

        assertThat(metrics.get("reconstruction.mse")).isLessThan(metrics.get("baseline.silence.mse"));
        assertThat(metrics.get("fixedPoint.reconstruction.mse"))
                .isLessThan(0.1 * Objects.requireNonNull(metrics.get("noise.reconstruction.mse")));
        assertThat(metrics.get("fixedPoint.share")).isPositive();
        assertThat(metrics.get("fixedPoint.onScaleShare")).isGreaterThan(metrics.get("thinNoise.onScaleShare"));
        assertThat(metrics.get("noise.activeCells"))
                .isGreaterThan(2 * Objects.requireNonNull(metrics.get("fixedPoint.activeCells")));
    }

    private Study study(String dataSet) {
        DataFolder data = new DataFolder(List.of(RealMusic.folder(dataSet).getParent()));
        return new Study(data, new RunFolder(folder), Effort.QUICK, 1, ExperimentProgress.SILENT);
    }

    private Map<String, Double> run(Experiment experiment, Study study) throws IOException {
        Report report =
                new Report(experiment.summary().name(), experiment.summary().title());
        try (TrainedVariant trained = experiment.variants().getFirst().train(study.folder(), study.progress())) {
            Findings findings = new Findings(List.of(trained), Material.NONE, study.effort(), 1, folder, _ -> {});
            for (Chapter chapter : experiment.chapters()) {
                chapter.write(findings, report);
            }
        }
        assertThat(MetricsTable.undocumented(report.metrics())).isEmpty();
        assertThat(experiment.keyFigures())
                .allSatisfy(figure -> assertThat(report.metrics()).containsKey(figure.metric()));
        return report.metrics();
    }
}
