package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.image.GreyImages;
import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsExperimentTest {

    private static final List<Integer> CODE_SIZES = List.of(2, 3);
    private static final ExperimentSpec SPEC = spec();

    private static ExperimentSpec spec() {
        try {
            return ExperimentCatalog.parse("strokes", """
                    name: strokes-vae
                    corpus: strokes
                    format: {kind: IMAGES, rows: 4, columns: 4}
                    network: {hiddenSizes: [12, 3], hidden: TANH, code: LINEAR, tying: UNTIED, bottleneck: GAUSSIAN, initializationFactor: 1}
                    training: {epochs: 30, batchSize: 20, learningRate: 1e-2, lastLearningRate: 1e-2}
                    seed: 5
                    """);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    @TempDir
    private Path folder;

    /** Images of four by four with one bright row or column each. */
    private static GreyImages strokes(int count, long seed) {
        RandomGenerator random = RandomSource.of(seed).generator();
        float[][] pixels = new float[count][16];
        for (float[] image : pixels) {
            int line = random.nextInt(8);
            for (int i = 0; i < 4; i++) {
                image[line < 4 ? 4 * line + i : 4 * i + line - 4] = 0.9f;
            }
        }
        return new GreyImages(4, 4, pixels);
    }

    private static Digits digits() {
        return new Digits(strokes(200, 1), strokes(60, 2), "0123456789");
    }

    private Report run(String name, ExperimentSpec spec, RunFolder.Start start) throws IOException {
        RunFolder run = RunFolder.create(Optional.of(folder.resolve(name)), spec, "0123456789", start);
        Report report = new ExperimentRunner(run, spec.seed(), Effort.FULL, ExperimentProgress.SILENT)
                .run(new DigitsExperiment(spec, digits(), Effort.FULL, CODE_SIZES));
        report.write(run.path());
        assertThat(MetricsTable.undocumented(report.metrics())).isEmpty();
        return report;
    }

    @Test
    void theBoundIsTheSumOfItsPartsAndRisesWithTraining() throws IOException {
        Map<String, Double> trained = run("long", SPEC, RunFolder.Start.FRESH).metrics();
        Map<String, Double> untrained =
                run("short", SPEC.withEpochs(0), RunFolder.Start.FRESH).metrics();

        for (String prefix : List.of("code2.", "code3.", "code3.train.")) {
            double bound = trained.getOrDefault(prefix + "elbo.nats", 0.0);
            assertThat(bound)
                    .isCloseTo(
                            -trained.getOrDefault(prefix + "reconstruction.nats", 0.0)
                                    - trained.getOrDefault(prefix + "kl.nats", 0.0),
                            within(1e-9))
                    .isGreaterThan(untrained.getOrDefault(prefix + "elbo.nats", 0.0) + 1);
            assertThat(-bound).isGreaterThan(trained.getOrDefault("test.greyEntropy.nats", 0.0));
        }
        assertThat(trained)
                .containsEntry("test.images", 60.0)
                .containsKeys("code2.activeUnits", "code2.lastEpoch.nats");
    }

    @Test
    void theReportShowsTheManifoldAndDigitsBesideWhatComesBack() throws IOException {
        run("run", SPEC.withEpochs(1), RunFolder.Start.FRESH);

        assertThat(folder.resolve("run/report.html"))
                .content()
                .contains("in even shares of the prior", "New images", "below each its reconstruction", "figure 2")
                .doesNotContain("A quick run")
                .contains("data:image/png;base64,");
        assertThat(SafeTensors.read(folder.resolve("run/code2/weights.safetensors"))
                        .arrays())
                .isNotEmpty();
    }

    @Test
    void aRunGoesOnInItsFolderAndOnlyWithItsSettings() throws IOException {
        Report first = run("run", SPEC.withEpochs(2), RunFolder.Start.FRESH);

        Report again = run("run", SPEC.withEpochs(2), RunFolder.Start.RESUMED);

        assertThat(again.metrics()).isEqualTo(first.metrics());
        assertThatThrownBy(() -> run("run", SPEC.withEpochs(3), RunFolder.Start.RESUMED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other settings");
    }

    @Test
    void aFolderWithoutDigitsIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Digits.read(folder.resolve("empty"), new Format.Images(28, 28)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train-images-idx3-ubyte.gz does not exist");
    }
}
