package diabolo.lecture.newtypes;

import static diabolo.report.page.MetricFormat.COUNT;
import static diabolo.report.page.MetricFormat.FOUR_DECIMALS;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.THREE_DIGITS;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Digits;
import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.RunFolder;
import diabolo.experiment.Study;
import diabolo.experiment.TrainingJob;
import diabolo.experiment.Variant;
import diabolo.image.LabelledImages;
import diabolo.model.ConvolutionalSpec;
import diabolo.report.Chapter;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import java.io.IOException;
import java.util.List;

/**
 * "Digits that are not" (Kazakçı, Cherti and Kégl 2016): a sparse convolutional autoencoder of digits, and the symbols at which
 * random images come to rest when they are fed back to it.
 */
final class DigitTypes implements Experiment {

    static final String NAME = "new-types";

    private static final String MODEL = "digits-winner-take-all";

    /**
     * Sizes of a run.
     *
     * @param training digits to learn from
     * @param starts random images
     * @param reference training digits that distances and the classifier are of
     * @param onMap test digits on the map
     */
    record Size(int training, int epochs, int starts, int reference, int onMap) {}

    private static final Size FULL = new Size(60_000, 12, 1000, 10_000, 2000);
    private static final Size QUICK = new Size(6000, 6, 100, 3000, 300);

    private final ExperimentSpec spec;
    private final LabelledImages training;
    private final LabelledImages test;
    private final Size size;

    DigitTypes(Study study) throws IOException {
        this(study, study.effort().choose(FULL, QUICK));
    }

    DigitTypes(Study study, Size size) throws IOException {
        this.size = size;
        this.spec = ExperimentCatalog.find(MODEL).withEpochs(size.epochs()).withSeed(study.seed());
        LabelledDigits digits = LabelledDigits.find(study.data());
        this.training = digits.training().first(size.training());
        this.test = digits.test().first(Math.max(size.onMap(), 1000));
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of(NAME, "New types: digits that are not")
                .withLine("Digits that are not (2016): noise fed back until it is a new symbol")
                .withIdea(
                        "An autoencoder that has learned digits changes whatever it is given into something more like what it knows; fed back to itself, pass after pass, even noise comes to rest.",
                        "This one can only draw with a few strokes of the pen, which it has learned itself: of all its feature maps a few winners are kept, and each stamps one stroke.",
                        "So what noise comes to rest at is made of the strokes of digits, yet it is seldom a digit: a type of symbol that nobody has shown the network.")
                .withLookFor(
                        "How a symbol appears in the noise: within some twenty passes, as in the paper's figure.",
                        "The patterns that the decoder stamps: nobody told the network of pens.",
                        "New symbols come in kinds, and on the map they lie between and beside the digits.",
                        "What a classifier says of symbols that are no digits, and of plain noise: that it is sure proves nothing.")
                .withCorrection(
                        "New types of digits are generated",
                        "what appears is mostly no digit, as the paper's title says, \"Digits that are not\"; that is its point")
                .withNext("The same with music", "./diabolo experiment run new-music-types")
                .withNext(
                        "The network of the paper, eight times as many filters and days long: write a file with filters: 128",
                        "./diabolo train %s --out runs/winner-take-all".formatted(MODEL))
                .withNext(
                        "Strokes at random places: codes sampled from those of digits",
                        "./diabolo generate --model runs/winner-take-all --count 20 --out symbols")
                .withSources(
                        "A. O. Kazakçı, M. Cherti and B. Kégl, Digits that are not: Generating new types through deep neural nets, ICCC 2016",
                        "A. Makhzani and B. Frey, Winner-take-all autoencoders, 2015");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("weights of the network", "parameters", COUNT)
                        .asReported("%,d with 128 filters"
                                .formatted(ConvolutionalSpec.newTypes(128).weightCount())),
                KeyFigure.of("squared error of test digits, per pixel", "reconstruction.mse", FOUR_DECIMALS)
                        .against("mean digit", "baseline.mean.mse"),
                KeyFigure.of("starts at rest within 100 passes", "fixedPoint.share", SHARE),
                KeyFigure.of("symbols that differ", "uniqueRatio", SHARE),
                KeyFigure.of("change by one more pass, per pixel", "fixedPoint.reconstruction.mse", THREE_DIGITS)
                        .against("noise", "noise.reconstruction.mse"),
                KeyFigure.of("distance to the nearest digit", "nearestDigit.distance", TWO_DECIMALS)
                        .against("a test digit", "test.nearestDigit.distance"),
                KeyFigure.of("objectness, of 10", "objectness", TWO_DECIMALS)
                        .against("test digits", "test.objectness"));
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d of 60,000 digits for %d epochs instead of %d, and %d random images instead of %,d."
                .formatted(size.training(), size.epochs(), FULL.epochs(), size.starts(), FULL.starts());
    }

    @Override
    public List<Variant> variants() {
        return List.of(this::train);
    }

    private TrainedVariant train(RunFolder run, ExperimentProgress progress) throws IOException {
        Digits digits = new Digits(training.images(), test.images(), "%s, first %d".formatted(NAME, size.training()));
        return Starts.trained(new TrainingJob(spec, digits, run), run, progress);
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((findings, report) ->
                new DigitTypesChapter(findings, size, training.first(size.reference()), test).write(report));
    }
}
