package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.report.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The direction of experiments that train networks of MusicVAE, in sizes of this test's own and not those of {@code --quick}. So few windows
 * are learned that a test takes seconds, and at so high a rate that they are learned indeed: of networks that have learned nothing neither is ahead.
 */
class MusicVaeDirectionTest {

    private static final int BATCH = 16;
    private static final double RATE = 1e-2;

    @TempDir
    private Path folder;

    /** @param learned windows */
    private record Size(int bars, int learned, int heldOut, int epochs) {}

    @Test
    void samplesOfTheVariationalNetworkAreValidMoreOftenThanThoseOfThePlainOne() throws IOException {
        Map<String, Double> metrics = metrics("vae-against-autoencoder", new Size(1, 48, 40, 120));

        assertThat(metrics.get("vae.sampled.validity")).isGreaterThan(metrics.get("autoencoder.sampled.validity"));
        assertThat(metrics.get("vae.sampled.validity")).isGreaterThan(0.5);
    }

    @Test
    void theHierarchicalDecoderOfTriosIsAheadOfTheFlatOne() throws IOException {
        Map<String, Double> metrics = metrics("musicvae-trio-16bar", new Size(2, 64, 30, 25));

        assertThat(metrics.get("hierarchical.crossEntropy.nats")).isLessThan(metrics.get("flat.crossEntropy.nats"));
        assertThat(metrics.get("hierarchical.sampled.accuracy")).isGreaterThan(metrics.get("flat.sampled.accuracy"));
        assertThat(metrics.get("hierarchical.onset.f1")).isGreaterThan(metrics.get("flat.onset.f1"));
    }

    private Map<String, Double> metrics(String name, Size size) throws IOException {
        MusicVaeStudy study = MusicVaeStudy.ALL.stream()
                .filter(each -> each.summary().name().equals(name))
                .findFirst()
                .orElseThrow();
        ExperimentSpec spec = ofBars(ExperimentCatalog.find(study.specName()), size.bars());
        List<Path> music = spec.corpora().stream().map(RealMusic::folder).toList();
        TrainingData data = (TrainingData) ExperimentData.open(music, spec);
        MusicVaeExperiment quick =
                MusicVaeExperiment.small(study, study.networks().apply(spec), data);
        MusicVaeExperiment smaller = new MusicVaeExperiment(
                study,
                quick.networks().stream()
                        .map(network -> trainedFor(network, size.epochs()))
                        .toList(),
                Map.of(),
                data.thinned(size.learned(), size.heldOut()),
                Effort.QUICK);
        RunFolder run = RunFolder.create(
                Optional.of(folder), RunDescription.of(spec, data.fingerprint()), RunFolder.Start.FRESH);
        return new ExperimentRunner(run, spec.seed(), Effort.QUICK, ExperimentProgress.SILENT)
                .run(smaller)
                .metrics();
    }

    private static ExperimentSpec ofBars(ExperimentSpec spec, int bars) {
        return spec.format() instanceof Format.Lines lines ? spec.withFormat(lines.ofBars(bars)) : spec;
    }

    private static SequenceVariant trainedFor(SequenceVariant network, int epochs) {
        ExperimentSpec spec = network.spec();
        return new SequenceVariant(
                network.name(),
                network.words(),
                spec.withTraining(spec.training().quick(epochs, BATCH, RATE)));
    }
}
