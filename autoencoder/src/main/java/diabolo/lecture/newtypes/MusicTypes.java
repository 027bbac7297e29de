package diabolo.lecture.newtypes;

import static diabolo.report.page.MetricFormat.COUNT;
import static diabolo.report.page.MetricFormat.FOUR_DECIMALS;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.THREE_DIGITS;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.RunFolder;
import diabolo.experiment.Study;
import diabolo.experiment.TrainingData;
import diabolo.experiment.TrainingJob;
import diabolo.experiment.Variant;
import diabolo.report.Chapter;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import java.io.IOException;
import java.util.List;

/** {@link DigitTypes} with music: none of the lecture's sources did this. */
final class MusicTypes implements Experiment {

    static final String NAME = "new-music-types";
    static final String CORPUS = "chorales-jsb";

    private static final String MODEL = "chorales-winner-take-all";

    /**
     * Sizes of a run.
     *
     * @param training windows to learn from, at most
     * @param starts random piano rolls
     */
    record Size(int training, int epochs, int starts) {}

    private static final Size FULL = new Size(1_000_000, 30, 500);
    private static final Size QUICK = new Size(1200, 8, 40);

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final Size size;

    MusicTypes(Study study) throws IOException {
        this(study, study.effort().choose(FULL, QUICK));
    }

    MusicTypes(Study study, Size size) throws IOException {
        this.size = size;
        this.spec = ExperimentCatalog.find(MODEL).withEpochs(size.epochs()).withSeed(study.seed());
        this.data = study.music(spec).thinned(size.training());
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of(NAME, "New types of music: noise that comes to rest")
                .withLine("The same with chorales: noise fed back until it is music, or nearly")
                .withIdea(
                        "A piano roll is a picture too: steps from left to right, pitches from low to high.",
                        "A network that copies two bars of chorales by a few patterns, each stamped where and when it is needed, is given noise, and its output again and again.",
                        "What comes to rest is made of the network's own patterns of music: lines, chords, cadences perhaps, in an order that no chorale has.")
                .withLookFor(
                        "Long notes and chords appear after a few passes; before, half of all keys sound at once.",
                        "The share of sounding time in one major scale, beside that of real windows and of noise as thin as these: only what lies above the noise was learned.",
                        "Whether the new windows are copies: the similarity to training windows, beside that of real held-out windows.",
                        "Listen: what is right in each chord, and what is missing between chords?")
                .withCorrection(
                        "Reiterate with the output as input until a fixed point",
                        "The authors' program stops after 100 passes at the latest, as this one does; not every start has come to rest by then.")
                .withNext("The same with digits, as it was published", "./diabolo experiment run new-types")
                .withNext(
                        "The network by itself, for all verbs of piano rolls",
                        "./diabolo train %s --out runs/chorales-winner-take-all".formatted(MODEL))
                .withSources(
                        "A. O. Kazakçı, M. Cherti and B. Kégl, Digits that are not: Generating new types through deep neural nets, ICCC 2016 (of digits; the music is ours)");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("weights of the network", "parameters", COUNT),
                KeyFigure.of("squared error of held-out windows, per cell", "reconstruction.mse", FOUR_DECIMALS)
                        .against("silence", "baseline.silence.mse"),
                KeyFigure.of("starts at rest within 100 passes", "fixedPoint.share", SHARE),
                KeyFigure.of("windows that differ", "uniqueRatio", SHARE),
                KeyFigure.of("change by one more pass, per cell", "fixedPoint.reconstruction.mse", THREE_DIGITS)
                        .against("noise", "noise.reconstruction.mse"),
                KeyFigure.of("time in one major scale", "fixedPoint.onScaleShare", SHARE)
                        .against("thin noise", "thinNoise.onScaleShare"),
                KeyFigure.of("notes that begin in a beat", "fixedPoint.notesPerBeat", TWO_DECIMALS)
                        .against("held-out windows", "real.notesPerBeat"),
                KeyFigure.of("similarity to a training window", "fixedPoint.meanSimilarity", SHARE)
                        .against("held-out windows", "real.meanSimilarity"));
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d windows for %d epochs instead of %d, and %d random piano rolls instead of %d."
                .formatted(data.training().size(), size.epochs(), FULL.epochs(), size.starts(), FULL.starts());
    }

    @Override
    public List<Variant> variants() {
        return List.of(this::train);
    }

    private TrainedVariant train(RunFolder run, ExperimentProgress progress) throws IOException {
        return Starts.trained(new TrainingJob(spec, data, run), run, progress);
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((findings, report) ->
                new MusicTypesChapter(findings, data, size.starts(), spec.beatsPerMinute()).write(report));
    }
}
