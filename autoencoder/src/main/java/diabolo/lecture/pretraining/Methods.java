package diabolo.lecture.pretraining;

import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.image.LabelledImages;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.Initialization;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Picture;
import diabolo.picture.Point;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Ways to pre-train the layers of a deep network, at one to four layers: autoencoders, denoising autoencoders, Boltzmann machines, and
 * none (Bengio et al. 2007; Vincent et al. 2010). Layers are pre-trained once, greedily; a network of two takes the first two.
 */
final class Methods implements Experiment {

    record Size(int training, int hidden, int layers, int pretrainingEpochs, int epochs) {}

    private static final Size FULL = new Size(60_000, 500, 4, 10, 10);
    private static final Size QUICK = new Size(3_000, 100, 3, 10, 15);

    private static final int BATCH = 100;
    private static final LearningRate RATE = LearningRate.cosine(1e-3, 1e-5);
    private static final int PUBLISHED_LAYERS = 3;
    private static final int SHOWN = 64;

    private final Study study;
    private final LabelledDigits digits;
    private final Size size;

    Methods(Study study, LabelledDigits all) {
        this(study, all, study.effort().choose(FULL, QUICK));
    }

    Methods(Study study, LabelledDigits all, Size size) {
        this.study = study;
        this.size = size;
        this.digits = all.first(size.training(), study.effort().choose(10_000, 2_000));
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("pretraining-methods", "Four ways to begin a deep network")
                .withLine("Autoencoders, denoising ones, Boltzmann machines or none, at 1 to 4 layers")
                .withIdea(
                        "A layer can be pre-trained in several ways: to copy its input, to restore an input that was partly blotted out, or, as a restricted Boltzmann machine, to make the data likely.",
                        "Each is greedy: a layer learns on the states of the layers below, which do not change any more.",
                        "Then the whole is fine-tuned with labels, and compared with the same network from random weights.")
                .withLookFor(
                        "The first layers: restoring and sampling find strokes where copying alone finds blots.",
                        "How errors go with depth, and that the methods lie closer to each other than to none.")
                .withCorrection(
                        "\"Up to 10 % gain (Hinton 2009)\"",
                        "no source gives that for digits: published gains are of tenths of a percent to about one, and today's optimizers leave less of it")
                .withNext("Whether a gain is more than chance", "diabolo experiment run pretraining-effect")
                .withSources(
                        "Y. Bengio, P. Lamblin, D. Popovici and H. Larochelle, Greedy layer-wise training of deep networks, 2007",
                        "P. Vincent et al., Stacked denoising autoencoders, JMLR 11, 2010",
                        "G. E. Hinton, S. Osindero and Y.-W. Teh, A fast learning algorithm for deep belief nets, 2006");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                figure(Beginning.BOLTZMANN_MACHINES, "1.2 to 1.34 %"),
                figure(Beginning.DENOISING, "1.28 to 1.3 %"),
                figure(Beginning.AUTOENCODERS, "1.4 %"),
                figure(Beginning.RANDOM, "2.4 %"));
    }

    private static KeyFigure figure(Beginning beginning, String published) {
        return KeyFigure.of(
                        "test error, 3 layers, %s".formatted(beginning.words()),
                        beginning.key() + ".testError",
                        MetricFormat.SHARE)
                .asReported(published)
                .againstKnown("90 %, guessing");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d of 60,000 digits, layers of %d units instead of %d, up to %d of them."
                .formatted(size.training(), size.hidden(), FULL.hidden(), size.layers());
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((_, report) -> write(report));
    }

    private void write(Report report) throws IOException {
        List<Curve> curves = new ArrayList<>();
        List<Picture> features = new ArrayList<>();
        List<List<String>> table = Report.tableOf("began with | layers | test error (%) | loss of the last epoch");
        for (Beginning beginning : Beginning.values()) {
            List<List<NamedArray>> layers = pretrained(beginning);
            List<Point> errors = new ArrayList<>();
            for (int depth = 1; depth <= size.layers(); depth++) {
                try (Trained trained = fineTuned(beginning, depth, layers)) {
                    double error = error(trained.classifier());
                    double loss = trained.curve().getLast().loss();
                    report.metric("%s.layers%d.testError".formatted(beginning.key(), depth), error);
                    if (depth == Math.min(PUBLISHED_LAYERS, size.layers())) {
                        report.metric(beginning.key() + ".testError", error);
                    }
                    errors.add(new Point(depth, 100 * error));
                    table.add(List.of(
                            beginning.words(),
                            String.valueOf(depth),
                            TWO_DECIMALS.of(100 * error),
                            "%.4f".formatted(loss)));
                }
            }
            curves.add(new Curve(beginning.words(), errors));
            features.add(firstLayer(beginning, layers));
        }
        report.section("Errors by depth");
        report.text(
                "Each network is fine-tuned in %d epochs by Adam on %,d digits, and measured on %,d others; one seed each."
                        .formatted(
                                size.epochs(),
                                digits.training().count(),
                                digits.test().count()));
        report.pictures(
                new CurvePicture("Test error", "hidden layers", "mistaken test digits (%)", Axis.LINEAR, curves));
        report.table(table);
        report.section("The first layer before fine-tuning");
        report.text("The image that makes each of the first units most active, scaled.");
        report.pictures(features.toArray(Picture[]::new));
    }

    private double error(Classifier classifier) {
        return 1 - classifier.accuracy(digits.test().pixels(), digits.test().labels());
    }

    private ClassifierSpec spec(int depth) {
        List<Integer> sizes = new ArrayList<>(List.of(digits.training().pixels()[0].length));
        sizes.addAll(Collections.nCopies(depth, size.hidden()));
        return ClassifierSpec.sigmoid(LabelledDigits.CLASSES, sizes.toArray(Integer[]::new));
    }

    /** The weights of each layer's small autoencoder; none from random weights. */
    private List<List<NamedArray>> pretrained(Beginning beginning) throws IOException {
        List<Stage> stages = beginning.stages(size.layers(), size.pretrainingEpochs(), BATCH);
        if (stages.isEmpty()) {
            return List.of();
        }
        String name = beginning.key() + "-layers";
        TrainingPlan plan = new TrainingPlan(spec(size.layers()), Initialization.GLOROT, stages, study.seed());
        try (Trained trained = new Trainer(plan)
                .trainResumably(
                        Examples.of(digits.training().pixels()),
                        study.progress().training(name),
                        study.folder().checkpoint(name))) {
            return trained.layers();
        }
    }

    private Trained fineTuned(Beginning beginning, int depth, List<List<NamedArray>> layers) throws IOException {
        ClassifierSpec spec = spec(depth);
        LabelledImages training = digits.training();
        String name = "%s-%d".formatted(beginning.key(), depth);
        Stage whole = Stage.whole(Objective.Classification.PLAIN, Schedule.epochs(size.epochs(), BATCH, RATE));
        List<NamedArray> initial = spec.firstWeights(
                Initialization.GLOROT, RandomSource.of(study.seed()).derive("initial weights"));
        List<NamedArray> begun = layers.isEmpty() ? initial : spec.assembled(initial, layers.subList(0, depth));
        return new Trainer(new TrainingPlan(spec, Initialization.GLOROT, List.of(whole), study.seed()))
                .startingFrom(begun)
                .trainResumably(
                        Examples.classified(training.pixels(), training.labels()),
                        study.progress().training(name),
                        study.folder().checkpoint(name));
    }

    private Picture firstLayer(Beginning beginning, List<List<NamedArray>> layers) {
        ClassifierSpec spec = spec(1);
        List<NamedArray> initial = spec.firstWeights(
                Initialization.GLOROT, RandomSource.of(study.seed()).derive("initial weights"));
        List<NamedArray> weights = layers.isEmpty() ? initial : spec.assembled(initial, layers.subList(0, 1));
        try (Classifier classifier = Classifier.of(spec, weights)) {
            return new ImageGridPicture(
                    beginning.words(),
                    8,
                    digits.test().images().columns(),
                    Arrays.asList(Features.of(classifier, 1)).subList(0, Math.min(SHOWN, size.hidden())));
        }
    }
}
