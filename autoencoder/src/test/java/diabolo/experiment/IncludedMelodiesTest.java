package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.model.ModelFolders;
import diabolo.report.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What quick runs show of the included model of melodies, in direction, on fewer windows. */
class IncludedMelodiesTest {

    private static final String HOME = "diabolo.home"; // of the included models
    private static final String MODEL = "melody-2bar";
    private static final int WINDOWS = 40;

    private static ExperimentSpec spec;
    private static TrainingData data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readMusic() throws IOException {
        System.setProperty(HOME, "..");
        spec = ExperimentCatalog.find(MODEL);
        List<Path> music = spec.corpora().stream().map(RealMusic::folder).toList();
        data = (TrainingData) ExperimentData.open(music, spec);
    }

    @AfterAll
    static void forgetIncludedModels() {
        System.clearProperty(HOME);
    }

    @Test
    void heldOutMelodiesAreGivenBackFarBetterThanByAlwaysHolding() throws IOException {
        MusicVaeStudy study = MusicVaeStudy.ALL.stream()
                .filter(each -> each.summary().name().equals("musicvae-melody-2bar"))
                .findFirst()
                .orElseThrow();
        MusicVaeExperiment included = MusicVaeExperiment.ofIncluded(
                        study, study.networks().apply(spec), data)
                .orElseThrow();

        Map<String, Double> metrics = metrics(new MusicVaeExperiment(
                study, included.networks(), included.included(), included.data().thinned(WINDOWS), Effort.QUICK));

        assertThat(metrics.get("freeRunning.accuracy"))
                .isGreaterThan(metrics.getOrDefault("alwaysHold.accuracy", Double.NaN) + 0.1);
        assertThat(metrics.get("teacherForced.accuracy")).isGreaterThan(metrics.get("freeRunning.accuracy"));
        assertThat(metrics.get("onset.f1")).isGreaterThan(0.7);
    }

    @Test
    void halfwayThroughTheLatentSpaceMelodiesAreMorePlausibleThanMixturesOfNotes() throws IOException {
        Map<String, Double> metrics = metrics("interpolation");

        assertThat(metrics.get("latentSpace.middleCostRatio")).isLessThan(metrics.get("dataSpace.middleCostRatio"));
        assertThat(metrics.get("latentSpaceLinear.middleCostRatio"))
                .isLessThan(metrics.get("dataSpace.middleCostRatio"));
    }

    @Test
    void anIsolatedVectorMovesItsOwnAttributeAndLessElseThanThePapers() throws IOException {
        Map<String, Double> metrics = metrics("attributes");

        for (Descriptor attribute : Descriptor.MUSIC_VAE) {
            String own = "%1$s.%1$s".formatted(attribute.id());
            assertThat(metrics.get("matrix." + own)).as(own).isPositive();
            assertThat(metrics.get("subtracted." + own)).as(own).isNegative();
        }
        for (String where : List.of("", "heldOut.")) {
            assertThat(leakage(metrics, where.isEmpty() ? "matrix." : where))
                    .as(where)
                    .isLessThan(leakage(metrics, where + "quarters."));
        }
    }

    private static double leakage(Map<String, Double> metrics, String prefix) {
        return Descriptor.MUSIC_VAE.stream()
                .flatMap(vector -> Descriptor.MUSIC_VAE.stream()
                        .filter(other -> other != vector)
                        .map(other -> prefix + vector.id() + "." + other.id()))
                .mapToDouble(name -> Math.abs(metrics.getOrDefault(name, Double.NaN)))
                .sum();
    }

    private Map<String, Double> metrics(String name) throws IOException {
        ModelStudy study = ModelStudy.ALL.stream()
                .filter(each -> each.summary().name().equals(name))
                .findFirst()
                .orElseThrow();
        ModelStudy measuring = new ModelStudy(
                study.summary(), study.keyFigures(), List.of(study.chapters().getFirst())); // others show only
        Path model = ModelFolders.find(MODEL);
        try (LatentSpace space = LatentSpace.load(model)) {
            TrainingData some = new TrainingData(
                    data.corpus(),
                    data.pieces(),
                    data.training(),
                    data.thinned(WINDOWS).heldOut(),
                    data.bars());
            return metrics(new ModelExperiment(measuring, space, model, some.music(spec.beatsPerMinute())));
        }
    }

    private Map<String, Double> metrics(Experiment experiment) throws IOException {
        RunFolder run = RunFolder.create(
                Optional.of(folder), RunDescription.of(spec, data.fingerprint()), RunFolder.Start.FRESH);
        return new ExperimentRunner(run, spec.seed(), Effort.QUICK, ExperimentProgress.SILENT)
                .run(experiment)
                .metrics();
    }
}
