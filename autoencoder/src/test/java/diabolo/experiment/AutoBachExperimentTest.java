package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.latent.LatentSpace;
import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoBachExperimentTest {

    private static final List<String> PLACES = List.of("real", "uniform1", "uniform10", "range", "normal", "gaussian");

    @Test
    void aRunLeavesAModelMetricsAndAReportToSeeAndHear(@TempDir Path music, @TempDir Path out) throws IOException {
        ExperimentSpec spec = TinyCorpus.spec().withEpochs(200);
        TrainingData data = data(music);
        RunFolder run =
                RunFolder.create(Optional.of(out), RunDescription.of(spec, data.fingerprint()), RunFolder.Start.FRESH);

        Report report = new ExperimentRunner(run, spec.seed(), Effort.QUICK, ExperimentProgress.SILENT)
                .run(new AutoBachExperiment(spec, data, Effort.QUICK));
        report.write(out);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        for (String place : PLACES) {
            assertThat(metrics)
                    .containsKeys(place + ".codeLength", place + ".notesPerBeat", place + ".reencodingError");
            for (String share : List.of("outsideShare", "silentShare", "onScaleShare", "meanSimilarity", "copyShare")) {
                assertThat(metrics.get(place + "." + share))
                        .as(place + "." + share)
                        .isBetween(0.0, 1.0);
            }
        }
        assertThat(metrics)
                .containsKeys("train.wrongCells", "train.noteF1", "heldOut.wrongCells", "heldOut.noteF1")
                .containsEntry("train.windows", 12.0)
                .containsEntry("heldOut.windows", 6.0)
                .containsEntry("silent.wrongCells", 48.0)
                .containsEntry("range.outsideShare", 0.0);
        assertThat(metrics.get("train.wrongCells")).isLessThan(metrics.get("train.silent.wrongCells"));
        assertThat(metrics.get("uniform1.reencodingError")).isGreaterThan(metrics.get("real.reencodingError"));
        assertThat(Files.readString(run.file("report.html")))
                .contains("<svg", "class=\"play\"", "auto1", "auto3", "Quick run");
        assertThat(run.file("report.json")).isNotEmptyFile();
        try (LatentSpace space = LatentSpace.load(out)) {
            assertThat(space.description().name()).isEqualTo("tiny");
        }
    }

    @Test
    void thePublishedTestPiecesAreHeldOut(@TempDir Path music) throws IOException {
        TrainingData data = data(music);

        assertThat(data.pieces().heldOut()).containsExactlyInAnyOrder("test-001", "test-002");
        assertThat(data.pieces().training()).allMatch(name -> name.startsWith("train-"));
    }

    private static TrainingData data(Path music) throws IOException {
        ExperimentSpec spec = TinyCorpus.spec().withSplit(ExperimentSpec.Split.AS_PUBLISHED);
        return (TrainingData) ExperimentData.open(List.of(TinyCorpus.write(music)), spec);
    }
}
