package diabolo.lecture.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each experiment at a size of seconds: what it says holds in direction. */
class PretrainingTest {

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Made {
        Experiment of(Study study, LabelledDigits digits);
    }

    private Map<String, Double> metrics(Made made) throws IOException {
        Path digits = RealMusic.folder(LabelledDigits.DATA_SET);
        DataFolder data = new DataFolder(List.of(Path.of(String.valueOf(digits.getParent()))));
        Experiments.Entry entry = Experiments.Entry.study(
                "tiny",
                "tiny",
                List.of(LabelledDigits.DATA_SET),
                study -> made.of(study, LabelledDigits.find(study.data())));
        Experiments.Request request = new Experiments.Request(
                data,
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("run")),
                Optional.empty(),
                Effort.QUICK,
                RunFolder.Start.FRESH);
        Map<String, Double> metrics =
                entry.run(request, ExperimentProgress.SILENT).report().metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        return metrics;
    }

    @Test
    void fineTuningHelpsAndBothAssembliesAreOne() throws IOException {
        Map<String, Double> metrics =
                metrics((study, digits) -> new Construction(study, digits, new Construction.Size(1_000, 64, 60, 40)));

        assertThat(metrics.get("afterFineTuning.accuracy")).isGreaterThan(metrics.get("beforeFineTuning.accuracy"));
        assertThat(metrics.get("beforeFineTuning.accuracy")).isGreaterThan(0.3);
        assertThat(metrics).containsEntry("assemblies.equal", 1.0);
        assertThat(metrics.get("hidden.meanActivation")).isCloseTo(0.1, within(0.05));
    }

    @Test
    void pretrainedNetworksMakeFewerErrorsAndStayApart() throws IOException {
        EffectRun.Setting setting = new EffectRun.Setting(80, 10, 8, 20, 0.1, 100, 2, 2);
        Map<String, Double> metrics =
                metrics((study, digits) -> new Effect(study, digits, new Effect.Size(1_000, 1_000, 2, 2, setting)));

        assertThat(metrics.get("with.meanError")).isLessThan(metrics.get("without.meanError"));
        assertThat(metrics.get("between.distance")).isGreaterThan(metrics.get("within.distance"));
    }

    @Test
    void threeLayersMakeFewerErrorsInWhateverWayTheyArePretrained() throws IOException {
        Map<String, Double> metrics =
                metrics((study, digits) -> new Methods(study, digits, Methods.Size.of(2_000, 100, 3, 10, 15)));

        for (Beginning beginning : Beginning.values()) {
            if (beginning != Beginning.RANDOM) {
                assertThat(metrics.get(beginning.key() + ".testError"))
                        .as(beginning.words())
                        .isLessThan(metrics.get(Beginning.RANDOM.key() + ".testError"));
            }
        }
    }

    @Test
    void normalizationTrainsADeepNetworkFasterThanNothing() throws IOException {
        Map<String, Double> metrics = metrics((study, digits) ->
                new Regularization(study, digits, new Regularization.Size(1_000, 500, 64, 5, 5, 4, 1, 0.8)));

        assertThat(metrics.get("batchNormalization.meanError")).isLessThan(metrics.get("plain.meanError"));
    }

    @Test
    void ascentFindsMoreThanDigitsAndClassesTellHigherUnitsApart() throws IOException {
        Map<String, Double> metrics =
                metrics((study, digits) -> new Hierarchy(study, digits, new Hierarchy.Size(1_500, 64, 8, 200, 4, 2)));

        assertThat(metrics.get("maximized.activation")).isGreaterThan(metrics.get("strongestDigit.activation"));
        assertThat(metrics.get("layer3.classShare")).isGreaterThan(metrics.get("layer1.classShare"));
        assertThat(metrics.get("map3.extent")).isGreaterThan(metrics.get("map1.extent"));
    }
}
