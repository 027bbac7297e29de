package diabolo.lecture.digits;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.experiment.Variant;
import diabolo.model.Assembly;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Loss;
import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The lecture's stacked autoencoder, layer by layer and fine-tuned, against the same network trained at once. */
final class MnistStacked implements Experiment {

    private static final String NAME = "mnist-stacked";

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            NAME,
            "784-400-200-100 and back: layer by layer, or at once",
            List.of(LabelledDigits.DATA_SET),
            study -> new MnistStacked(study, Size.of(study.effort())));

    /**
     * How large the network is and how long it is trained.
     *
     * @param layerEpochs of each layer of the cascade
     * @param epochs of the whole after it
     */
    record Size(int training, int test, List<Integer> sizes, int layerEpochs, int epochs) {
        static Size of(Effort effort) {
            return switch (effort) {
                case FULL -> new Size(60_000, 10_000, List.of(784, 400, 200, 100), 10, 30);
                case QUICK -> new Size(10_000, 2_000, List.of(784, 200, 100, 25), 8, 12);
            };
        }
    }

    private static final Objective COPYING = Objective.of(Loss.BINARY_CROSS_ENTROPY);

    private final Study study;
    private final Size size;
    private final DenseSpec spec;
    private final DigitData digits;

    MnistStacked(Study study, Size size) {
        this.study = study;
        this.size = size;
        this.spec = DenseSpec.sigmoid(size.sizes().toArray(Integer[]::new));
        this.digits = new DigitData(study.data(), size.training(), size.test());
    }

    @Override
    public ExperimentSummary summary() {
        return new ExperimentSummary(NAME, "A stacked autoencoder of digits, in cascade and at once", "");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of();
    }

    @Override
    public Material material() {
        return digits.images();
    }

    @Override
    public List<Variant> variants() {
        return List.of((_, _) -> cascade(), (_, _) -> greedy(), (_, _) -> atOnce());
    }

    private TrainedVariant cascade() throws IOException {
        return DigitTrainings.variant(trainCascade(), "cascade", "cascade, fine-tuned");
    }

    /** The layers as they were before fine-tuning; their training is complete by then and is only read. */
    private TrainedVariant greedy() throws IOException {
        try (Trained trained = trainCascade()) {
            DenseAutoencoder stacked = DenseAutoencoder.of(spec, Assembly.weights(spec, trained.layers()));
            return new TrainedVariant("greedy", "cascade, not fine-tuned", stacked, List.of(), Optional.empty());
        }
    }

    private Trained trainCascade() throws IOException {
        Stage fineTuning = Stage.whole(COPYING, schedule(size.epochs())).named("fine-tuning");
        TrainingPlan plan = TrainingPlan.inCascade(
                spec, Initialization.GLOROT_SIGMOID, COPYING, schedule(size.layerEpochs()), fineTuning, study.seed());
        return new DigitTrainings(study).train("cascade", plan, digits.training());
    }

    /** As many epochs as the cascade had: its layers together take the time of the whole network. */
    private TrainedVariant atOnce() throws IOException {
        TrainingPlan plan = new TrainingPlan(
                spec,
                Initialization.GLOROT_SIGMOID,
                List.of(Stage.whole(COPYING, schedule(size.layerEpochs() + size.epochs()))),
                study.seed());
        return DigitTrainings.variant(
                new DigitTrainings(study).train("atOnce", plan, digits.training()), "atOnce", "trained at once");
    }

    private static Schedule schedule(int epochs) {
        return Schedule.epochs(epochs, 100, LearningRate.cosine(2e-3, 1e-5));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new LearningCurves("epoch of the whole network", "digit", Axis.LINEAR));
    }
}
