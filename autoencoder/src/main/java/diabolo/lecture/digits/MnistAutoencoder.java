package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.FOUR_DECIMALS;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.THREE_DIGITS;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.experiment.Variant;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.page.KeyFigure;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.util.List;

/** The lecture's first autoencoder of images, 784-200-784, and its snippet that decodes random codes. */
final class MnistAutoencoder implements Experiment {

    private static final String NAME = "mnist-autoencoder";
    private static final String LINE = "784-200-784: digits from random codes, and why uniform(-1, 1) misses";

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            NAME,
            LINE,
            List.of(LabelledDigits.DATA_SET),
            study -> new MnistAutoencoder(study, Size.of(study.effort())));

    /** How large the network is and how long it is trained. */
    record Size(int training, int test, int codeSize, int epochs, int batch) {
        static Size of(Effort effort) {
            return switch (effort) {
                case FULL -> new Size(60_000, 10_000, 200, 30, 100);
                case QUICK -> new Size(10_000, 2_000, 32, 20, 100);
            };
        }
    }

    private final Study study;
    private final Size size;
    private final DigitData digits;

    MnistAutoencoder(Study study, Size size) {
        this.study = study;
        this.size = size;
        this.digits = new DigitData(study.data(), size.training(), size.test());
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of(NAME, "Digits through %d units, and from random codes".formatted(size.codeSize()))
                .withLine(LINE)
                .withIdea(
                        "An autoencoder learns to copy digits through a layer with fewer units than pixels, so that layer must hold what matters.",
                        "Its decoder alone then makes an image of any numbers that it is given, which the lecture takes for a generator.",
                        "But numbers by uniform(-1, 1) are not where the codes of digits are, and what comes out is no digit.")
                .withLookFor(
                        "How much nearer the network's reconstructions are than those by as many principal components.",
                        "What random codes give, from the lecture's range to what is known of real codes; and that even the right distribution of each number alone does not suffice.",
                        "Where real codes are: many numbers exactly 0, the others far beyond 1.")
                .withCorrection(
                        "random.uniform(-1, 1) makes new digits",
                        "The code's units are rectified, so half of that range never occurs, and the other half is next to 0. The lecture's own autobach has the same flaw, and its variational autoencoders the remedy.")
                .withCorrection(
                        "A loss of 0.07 to 0.1 is an error of 7 to 10 per cent",
                        "Most of it is the entropy of grey pixels taken for probabilities, which no network can fall below; only the rest above that floor is the network's.")
                .withNext("A code that can be sampled", "./diabolo experiment run vae")
                .withSources(
                        "J.-P. Briot, Deep learning techniques for music generation (4), the lecture: sizes and the snippet that decodes random codes",
                        "F. Chollet, Building autoencoders in Keras, 2016: rectified units, sigmoid output, binary cross-entropy",
                        "P. Baldi and K. Hornik, Neural networks and principal component analysis, 1989");
    }

    @Override
    public String quickRemark() {
        return "Quick run: 784-%d-784 instead of 784-200-784, on %,d digits instead of 60,000. With so few updates a code of 200 units would not yet beat 200 principal components; of %d units it does."
                .formatted(size.codeSize(), size.training(), size.codeSize());
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("squared error of a test pixel", "test.mse", THREE_DIGITS)
                        .against("as many principal components", "pca.mse"),
                KeyFigure.of("cross-entropy of a test pixel, nats", "test.bce", FOUR_DECIMALS)
                        .asReported("0.09 to 0.11 with 32 units")
                        .against("the floor", "floor.bce"),
                KeyFigure.of(
                                "distance of digits from uniform(-1, 1) to the nearest digit",
                                "uniform1.nearestDistance",
                                TWO_DECIMALS)
                        .against("unseen digits", "testDigits.nearestDistance"),
                KeyFigure.of("numbers by uniform(-1, 1) that no digit gives", "uniform1.outsideShare", SHARE));
    }

    @Override
    public Material material() {
        return digits.images();
    }

    /** Rectified units, as in the classroom networks of its time. */
    @Override
    public List<Variant> variants() {
        DenseSpec spec = new DenseSpec(
                List.of(784, size.codeSize()),
                Activation.RELU,
                Activation.RELU,
                Activation.SIGMOID,
                DenseSpec.Tying.UNTIED);
        Schedule schedule = Schedule.epochs(size.epochs(), size.batch(), LearningRate.cosine(2e-3, 1e-5));
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule)),
                study.seed());
        return List.of((_, _) -> DigitTrainings.variant(
                new DigitTrainings(study).train("main", plan, digits.training()), "", spec.shape() + "-784"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new AgainstComponents(digits),
                new RandomCodes(
                        digits,
                        "",
                        "Rectified units are never negative, and where they are active, far larger than 1: half of uniform(-1, 1) never occurs, the other half is next to 0, and no unit is clearly off. The decoder has never seen such codes and answers with fog."),
                new LearningCurves("epoch", "digit", Axis.LINEAR));
    }
}
