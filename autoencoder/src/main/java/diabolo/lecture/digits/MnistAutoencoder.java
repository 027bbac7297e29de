package diabolo.lecture.digits;

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

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            NAME,
            "784-200-784: digits from random codes, and why uniform(-1, 1) misses",
            List.of(LabelledDigits.DATA_SET),
            study -> new MnistAutoencoder(study, Size.of(study.effort())));

    /** How large the network is and how long it is trained. */
    record Size(int training, int test, int codeSize, int epochs) {
        static Size of(Effort effort) {
            return switch (effort) {
                case FULL -> new Size(60_000, 10_000, 200, 40);
                case QUICK -> new Size(10_000, 2_000, 32, 20);
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
        return new ExperimentSummary(NAME, "Digits through 200 units, and from random codes", "");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of();
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
        Schedule schedule = Schedule.epochs(size.epochs(), 100, LearningRate.cosine(2e-3, 1e-5));
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule)),
                study.seed());
        return List.of((_, _) -> DigitTrainings.variant(
                new DigitTrainings(study).train("main", plan, digits.training()), "", spec.shape()));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new LearningCurves("epoch", "digit", Axis.LINEAR));
    }
}
