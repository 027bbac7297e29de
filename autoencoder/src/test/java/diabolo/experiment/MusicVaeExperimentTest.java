package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.corpus.Window;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.note.Note;
import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole experiment on music made for the test, in seconds. */
class MusicVaeExperimentTest {

    private static final String YAML = """
            name: tiny-melody
            corpus: tunes
            format: {kind: MELODY, bars: 2}
            heldOutShare: 0.3
            network: {encoderUnits: 12, codeSize: 6, decoder: HIERARCHICAL, decoderUnits: 12, decoderLayers: 1, conductorUnits: 8}
            training: {epochs: 2, batchSize: 8, regularization: {freeBits: 4}, transposition: 2, curriculum: [{bars: 1, epochs: 1, batchSize: 8}]}
            """;

    private static final String HOME = "diabolo.home"; // of the included models

    @TempDir
    private Path folder;

    @BeforeAll
    static void findIncludedModels() {
        System.setProperty(HOME, "..");
    }

    @AfterAll
    static void forgetThem() {
        System.clearProperty(HOME);
    }

    @Test
    void everyVariantIsMeasuredAndTheFirstCanBeUsed() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        Report report = report(
                spec, MusicVaeExperiment.Aspect.LATENT_SPACE, SequenceVariant.flatAndHierarchical(spec), Effort.FULL);

        Map<String, Double> metrics = report.metrics();
        for (String variant : List.of("flat.", "hierarchical.")) {
            for (String metric : List.of(
                    "teacherForced.accuracy",
                    "sampled.accuracy",
                    "onset.f1",
                    "alwaysHold.accuracy",
                    "sampled.validity",
                    "sampledAsFitted.validity",
                    "smoothness.neighbourChange",
                    "smoothness.largestStep")) {
                String name = metric.startsWith("always") ? metric : variant + metric;
                assertThat(metrics.get(name)).as(name).isBetween(0.0, 1.0);
            }
            assertThat(metrics.get(variant + "kl.bits")).isPositive();
            assertThat(metrics.get(variant + "activeUnits")).isBetween(0.0, 6.0);
        }
        assertThat(metrics.getOrDefault("flat.parameters", 0.0) / metrics.getOrDefault("hierarchical.parameters", 1.0))
                .isBetween(0.8, 1.2);
        assertThat(Files.readString(run().resolve("report.html")))
                .contains("class=\"play\"")
                .contains("as reported");
        try (LatentSpace space = LatentSpace.load(run())) {
            GeneratedPiece piece =
                    space.generate(SamplingSettings.of(space.description().spec()), 0);
            GeneratedPiece again = space.render(piece.provenance().recipe());
            assertThat(again.music()).isEqualTo(piece.music());
        }
    }

    @Test
    void theTradeOffIsACurveWithAPointForEveryNetwork() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        Report report =
                report(spec, MusicVaeExperiment.Aspect.TRADE_OFF, SequenceVariant.byDivergence(spec), Effort.QUICK);

        for (String variant : List.of("low.", "middle.", "high.")) {
            assertThat(report.metrics().get(variant + "sampled.validity")).isBetween(0.0, 1.0);
        }
        assertThat(Files.readString(run().resolve("report.html"))).contains("Reconstruction against samples");
    }

    /** The directions of {@code drums-kl --quick} and of {@code musicvae-drums-2bar --quick}, on fewer windows. */
    @Test
    void includedDrumsTradeReconstructionForSamples() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find("drums-2bar");
        Path drums = RealMusic.folder(spec.corpus());
        TrainingData data = (TrainingData) ExperimentData.open(List.of(drums), spec);
        MusicVaeStudy study = study(MusicVaeExperiment.Aspect.TRADE_OFF);

        MusicVaeExperiment included = MusicVaeExperiment.ofIncluded(study, SequenceVariant.byDivergence(spec), data)
                .orElseThrow();
        Map<String, Double> metrics = metricsOfFewer(study, included, spec, 24);

        assertThat(included.networks()).extracting(SequenceVariant::name).containsExactly("low", "high");
        assertThat(data.pieces().heldOut())
                .containsAll(
                        included.data().heldOut().stream().map(Window::piece).toList());
        assertThat(metrics.get("low.kl.bits")).isLessThan(metrics.get("high.kl.bits"));
        assertThat(metrics.get("low.onset.f1")).isLessThan(metrics.get("high.onset.f1"));
        assertThat(metrics.get("low.sampled.validity")).isGreaterThan(metrics.get("high.sampled.validity"));
        assertThat(metrics.get("high.freeRunning.accuracy")).isGreaterThan(metrics.get("alwaysHold.accuracy"));
    }

    /** The direction of {@code musicvae-melody-16bar --quick}, which has the hierarchical network alone, on fewer windows. */
    @Test
    void anIncludedModelGivesBackWhatItHasNotLearned() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find("melody-16bar");
        List<Path> folders = List.of(RealMusic.folder("leadsheets-openewld"), RealMusic.folder("hymns-openhymnal"));
        TrainingData data = (TrainingData) ExperimentData.open(folders, spec);

        MusicVaeStudy study = study(MusicVaeExperiment.Aspect.RECONSTRUCTION);

        MusicVaeExperiment included = MusicVaeExperiment.ofIncluded(
                        study, SequenceVariant.flatAndHierarchical(spec), data)
                .orElseThrow();
        Map<String, Double> metrics = metricsOfFewer(study, included, spec, 8);

        Set<String> learned = ModelFolder.load(ModelFolders.find("melody-16bar"))
                .trainingExamples()
                .pieces();
        assertThat(included.networks()).extracting(SequenceVariant::name).containsExactly("hierarchical");
        assertThat(included.data().heldOut()).isNotEmpty().noneMatch(window -> learned.contains(window.piece()));
        assertThat(metrics.get("hierarchical.freeRunning.accuracy")).isGreaterThan(metrics.get("alwaysHold.accuracy"));
        assertThat(metrics.get("hierarchical.onset.f1")).isGreaterThan(0.1);
    }

    @Test
    void nothingHeldOutIsLearnedFromBeItInAnotherKey() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        Path tunes = TinyTunes.write(folder.resolve("tunes"));
        List<Note> notes = TinyTunes.notes(0);
        TinyTunes.write(tunes.resolve("original.mid"), notes);
        TinyTunes.write(
                tunes.resolve("a-third-higher.mid"),
                notes.stream().map(note -> note.transpose(4)).toList());

        TrainingData data = (TrainingData) ExperimentData.open(List.of(tunes), spec);

        List<List<Integer>> learned = shapes(data.training());
        assertThat(data.heldOut()).isNotEmpty();
        assertThat(shapes(data.heldOut())).doesNotContainAnyElementsOf(learned);
    }

    private Map<String, Double> metricsOfFewer(
            MusicVaeStudy study, MusicVaeExperiment included, ExperimentSpec spec, int windows) throws IOException {
        TrainingData data = included.data();
        MusicVaeExperiment smaller = new MusicVaeExperiment(
                study, included.networks(), included.included(), data.thinned(windows), Effort.QUICK);
        RunFolder run = RunFolder.create(
                Optional.of(run()), RunDescription.of(spec, data.fingerprint()), RunFolder.Start.FRESH);
        return new ExperimentRunner(run, spec.seed(), Effort.QUICK, ExperimentProgress.SILENT)
                .run(smaller)
                .metrics();
    }

    private Report report(
            ExperimentSpec spec, MusicVaeExperiment.Aspect aspect, List<SequenceVariant> variants, Effort effort)
            throws IOException {
        TrainingData data = (TrainingData) ExperimentData.open(List.of(TinyTunes.write(folder.resolve("tunes"))), spec);
        RunFolder run = RunFolder.create(
                Optional.of(run()), RunDescription.of(spec, data.fingerprint()), RunFolder.Start.FRESH);
        MusicVaeStudy study = study(aspect);
        Report report = new ExperimentRunner(run, spec.seed(), effort, ExperimentProgress.SILENT)
                .run(
                        effort == Effort.FULL
                                ? MusicVaeExperiment.whole(study, variants, data)
                                : MusicVaeExperiment.small(study, variants, data));
        report.write(run.path());
        assertThat(MetricsTable.undocumented(report.metrics())).isEmpty();
        return report;
    }

    private static MusicVaeStudy study(MusicVaeExperiment.Aspect aspect) {
        return new MusicVaeStudy(
                ExperimentSummary.of("tiny", "Tiny").withIdea("A claim."),
                "tiny-melody",
                SequenceVariant::alone,
                aspect);
    }

    private Path run() {
        return folder.resolve("run");
    }

    /** Intervals instead of pitches. */
    private static List<List<Integer>> shapes(List<Window> windows) {
        return TrainingData.tokens(windows).stream()
                .map(tokens -> {
                    int first = 0;
                    List<Integer> shape = new ArrayList<>();
                    for (int token : tokens.lines()[0]) {
                        first = first == 0 && token >= 2 ? token : first;
                        shape.add(token >= 2 ? 1000 + token - first : token);
                    }
                    return shape;
                })
                .toList();
    }
}
