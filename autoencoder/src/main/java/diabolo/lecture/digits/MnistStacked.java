package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.THREE_DIGITS;

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
    private static final String LINE = "784-400-200-100 and back: layer by layer, or at once";

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            NAME, LINE, List.of(LabelledDigits.DATA_SET), study -> new MnistStacked(study, Size.of(study.effort())));

    /**
     * How large the network is and how long it is trained.
     *
     * @param layerEpochs of each layer of the cascade
     * @param epochs of the whole after it
     * @param rate the first learning rate
     */
    record Size(
            int training,
            int test,
            List<Integer> sizes,
            int layerEpochs,
            int epochs,
            int classifierEpochs,
            int batch,
            double rate) {

        /** Deep sigmoid networks leave their plateau late at the rate of the full run: a quick one has a few thousand updates. */
        static final double QUICK_RATE = 1e-2;

        static Size of(Effort effort) {
            return switch (effort) {
                case FULL -> new Size(60_000, 10_000, List.of(784, 400, 200, 100), 8, 52, 5, 100, 2e-3);
                case QUICK -> new Size(10_000, 2_000, List.of(784, 200, 100, 25), 6, 8, 5, 25, QUICK_RATE);
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
        return ExperimentSummary.of(NAME, "A stacked autoencoder of digits, in cascade and at once")
                .withLine(LINE)
                .withIdea(
                        "A deep autoencoder can be built layer by layer: each layer is a small autoencoder of the codes of the one below.",
                        "The cascade then starts the whole network near a good place, from which all layers are fine-tuned together.",
                        "In 2006 nothing else trained deep networks; with today's initial weights and optimizers the same network learns at once, and the question is what the cascade still gains.")
                .withLookFor(
                        "How much fine-tuning gains over the cascade as it was built.",
                        "Whether the cascade ends below the same network trained at once for as long.",
                        "What random codes give, and how sure a classifier is of it.")
                .withCorrection(
                        "Better accuracy, up to 10 % gain, by pre-training [Hinton 2009]",
                        "No source for that figure was found; published gains on these digits are tenths of a per cent to about one.")
                .withNext("The same cascade below a classifier", "./diabolo experiment run pretraining")
                .withSources(
                        "J.-P. Briot, Deep learning techniques for music generation (4), the lecture: sizes",
                        "G. E. Hinton and R. R. Salakhutdinov, Reducing the dimensionality of data with neural networks, Science 313, 2006",
                        "Y. Bengio, P. Lamblin, D. Popovici and H. Larochelle, Greedy layer-wise training of deep networks, 2007");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %s instead of 784-400-200-100, on %,d digits instead of 60,000, for fewer updates at a higher rate. It is compared with %d principal components of the same digits instead of 100."
                .formatted(spec.shape(), size.training(), spec.codeSize());
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("squared error of a test pixel, cascade and fine-tuning", "cascade.test.mse", THREE_DIGITS)
                        .asReported("0.0038, code of 30 below 1000-500-250 (Hinton and Salakhutdinov 2006)")
                        .against("as many principal components", "pca.mse"),
                KeyFigure.of("the same, trained at once", "atOnce.test.mse", THREE_DIGITS)
                        .against("as many principal components", "pca.mse"),
                KeyFigure.of("the same, cascade before fine-tuning", "greedy.test.mse", THREE_DIGITS)
                        .against("the mean image", "mean.mse"),
                KeyFigure.of("confidence of a classifier in digits from random codes", "range.confidence", SHARE)
                        .against("in real digits", "testDigits.confidence"));
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

    private Schedule schedule(int epochs) {
        return Schedule.epochs(epochs, size.batch(), LearningRate.cosine(size.rate(), 1e-5));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new AgainstComponents(digits),
                new RandomCodes(
                        digits,
                        "cascade",
                        "Sigmoid units are between 0 and 1, so half of uniform(-1, 1) never occurs; but its numbers are at least as large as real ones, and what comes out has ink in the middle."),
                new DigitConfidence(study, digits, "cascade", size.classifierEpochs()),
                new LearningCurves("epoch of the whole network", "digit", Axis.LINEAR));
    }
}
