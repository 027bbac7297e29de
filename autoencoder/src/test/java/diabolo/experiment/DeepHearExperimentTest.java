package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepHearExperimentTest {

    private static final String YAML = """
            name: tiny
            corpus: tiny
            format: {kind: PIANO_ROLL, steps: 16, lowestPitch: 48, pitches: 36, strideSteps: 16}
            network: {hiddenSizes: [64, 32, 16, 8]}
            pretraining: {epochs: 2, batchSize: 8}
            training: {epochs: 3, batchSize: 8}
            """;

    @Test
    void theNetworksAreComparedAndTheFirstMakesMusic(@TempDir Path music, @TempDir Path out) throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        TrainingData data = TinyCorpus.data(TinyCorpus.write(music));
        RunFolder run =
                RunFolder.create(Optional.of(out), RunDescription.of(spec, data.fingerprint()), RunFolder.Start.FRESH);

        Report report = new ExperimentRunner(run, spec.seed(), Effort.QUICK, ExperimentProgress.SILENT)
                .run(new DeepHearExperiment(spec, data, run, Effort.QUICK, ExperimentProgress.SILENT));
        report.write(out);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics)
                .containsKeys(
                        "train.distinctWindows",
                        "cascade.train.wrongCells",
                        "noPretraining.heldOut.noteF1",
                        "wide.train.noteF1",
                        "labels.train.wrongCells",
                        "harmonize.melodyRecall")
                .containsEntry("silent.wrongCells", 48.0)
                .containsEntry("originality.samples", 1000.0);
        assertThat(metrics.get("rbm.train.wrongCells")).isEqualTo(metrics.get("train.wrongCells"));
        double atOnce = metrics.getOrDefault("noPretraining.train.wrongCells", Double.NaN);
        assertThat(metrics.get("train.wrongCells")).isLessThan(atOnce);
        assertThat(metrics.get("cascade.train.wrongCells")).isLessThan(atOnce);
        assertThat(Files.readString(run.file("report.html")))
                .contains(
                        "sixteen random bits",
                        "Quick run",
                        "59.6\u00a0%",
                        "Without an encoder",
                        "harmonized by search");
    }
}
