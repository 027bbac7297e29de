package diabolo.lecture.pretraining;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.image.LabelledImages;
import diabolo.model.Assembly;
import diabolo.model.Classifier;
import diabolo.model.ClassifierSpec;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.model.NetworkSpec;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.NetworkPicture;
import diabolo.report.NetworkPicture.Layer;
import diabolo.report.NetworkPicture.Role;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.tensor.NamedArray;
import diabolo.training.Examples;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lecture's main construction, step by step as its slides: a sparse autoencoder of the pixels, its states, a second
 * autoencoder of these, a softmax on top, all assembled, and fine-tuned as a whole. The settings are those of the exercise that the
 * slides follow (Ng et al. 2011, UFLDL, "Stacked autoencoders").
 */
final class Construction implements Experiment {

    /** Sizes and lengths of a run. */
    record Size(int training, int hidden, int iterations, int softmaxIterations) {}

    private static final Size FULL = new Size(60_000, 200, 400, 100);
    private static final Size QUICK = new Size(5_000, 100, 100, 60);

    private static final double SPARSE_TARGET = 0.1;
    private static final double SPARSE_WEIGHT = 3;
    private static final double WEIGHT_DECAY = 3e-3;
    private static final double SOFTMAX_DECAY = 1e-4;

    /** The exercise takes half the squared error, so its other terms weigh twice as much beside the whole. */
    private static final double TWICE = 2;

    private static final int CORRECTIONS = 20; // of the curvature, as the exercise's optimizer keeps

    private final Study study;
    private final LabelledDigits digits;
    private final Size size;

    Construction(Study study, LabelledDigits all) {
        this(study, all, study.effort().choose(FULL, QUICK));
    }

    Construction(Study study, LabelledDigits all, Size size) {
        this.study = study;
        this.size = size;
        this.digits = all.first(size.training(), study.effort().choose(10_000, 2_000));
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("pretraining", "Pre-training: a deep network built layer by layer")
                .withLine("The lecture's main construction: two autoencoders, a softmax, fine-tuning")
                .withIdea(
                        "A deep network is hard to train from random weights; so it is built from autoencoders, each of which learns to copy the states of the one below, without any label.",
                        "Their decoders are thrown away, a softmax learns the classes from the highest states, and the whole is assembled.",
                        "At last all weights are tuned together with the labels: only then do the features serve the classes.")
                .withLookFor(
                        "The features of the first layer: pen strokes, though nobody named any.",
                        "Before fine-tuning the deep features are worse than the pixels themselves, after it far better.",
                        "Assembled by function (one network calls the next) and by structure (one network with their weights) the answers are equal to the bit.")
                .withCorrection(
                        "\"Learning identity with sparsity constraint (Ng 2012)\"",
                        "the construction is of lecture notes and exercises of 2011 to 2013 (CS294A, UFLDL); sparsity there is a divergence of mean activations from 0.1, not a limit on single codes")
                .withNext(
                        "Other ways to pre-train, at one to four layers",
                        "./diabolo experiment run pretraining-methods")
                .withNext("What pre-training changes, over many seeds", "./diabolo experiment run pretraining-effect")
                .withSources(
                        "A. Ng et al., UFLDL tutorial, \"Exercise: Implement deep networks for digit classification\", 2011",
                        "G. E. Hinton, S. Osindero and Y.-W. Teh, A fast learning algorithm for deep belief nets, 2006");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                accuracy("accuracy of a softmax on the pixels", "softmaxOnPixels.accuracy", "92.2 %"),
                accuracy("accuracy before fine-tuning", "beforeFineTuning.accuracy", "87.7 %"),
                accuracy("accuracy after fine-tuning", "afterFineTuning.accuracy", "97.6 %"),
                accuracy("accuracy of the same network from random weights", "fromRandomWeights.accuracy", ""));
    }

    private static KeyFigure accuracy(String words, String metric, String published) {
        return KeyFigure.of(words, metric, MetricFormat.SHARE)
                .asReported(published)
                .againstKnown("10 %, guessing");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d of 60,000 digits, %d hidden units instead of %d, %d iterations instead of %d."
                .formatted(size.training(), size.hidden(), FULL.hidden(), size.iterations(), FULL.iterations());
    }

    @Override
    public List<Picture> diagrams() {
        Layer pixels = Layer.of("pixels", 784, Role.FRAME);
        Layer first = Layer.of("features 1", size.hidden(), Role.CODE).withRemark("sigmoid, sparse");
        Layer second = Layer.of("features 2", size.hidden(), Role.CODE).withRemark("sigmoid, sparse");
        Layer classes = Layer.of("digit", 10, Role.FRAME).withRemark("softmax");
        return List.of(
                new NetworkPicture("1. An autoencoder of the pixels", List.of(pixels, first, pixels)),
                new NetworkPicture("2. An autoencoder of its states", List.of(first, second, first)),
                new NetworkPicture("3. A softmax of the second's states", List.of(second, classes)),
                new NetworkPicture(
                        "4. All assembled, and fine-tuned as a whole", List.of(pixels, first, second, classes)));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((_, report) -> {
            try (Built built = build()) {
                new ConstructionChapter(built, digits.test()).write(report);
            }
        });
    }

    /**
     * What the construction leaves.
     *
     * @param onPixels softmax regression, for comparison
     * @param softmax on the states of the second autoencoder
     * @param assembled before fine-tuning
     * @param fromRandomWeights the same network, trained as long without pre-training
     */
    record Built(
            Trained onPixels,
            Trained first,
            Trained second,
            Trained softmax,
            Classifier assembled,
            Trained fineTuned,
            Trained fromRandomWeights)
            implements AutoCloseable {

        /** The class of each frame by calling one network after the other. */
        int[] classifyByFunction(float[][] frames) {
            return softmax.classifier().classify(states(frames));
        }

        float[][] states(float[][] frames) {
            return Assembly.encode(List.of(first.dense(), second.dense()), frames);
        }

        @Override
        public void close() {
            onPixels.close();
            first.close();
            second.close();
            softmax.close();
            assembled.close();
            fineTuned.close();
            fromRandomWeights.close();
        }
    }

    private Built build() throws IOException {
        LabelledImages training = digits.training();
        int pixels = training.pixels()[0].length;
        Examples classified = Examples.classified(training.pixels(), training.labels());
        Trained onPixels = train(
                "softmax-on-pixels",
                ClassifierSpec.sigmoid(LabelledDigits.CLASSES, pixels),
                classification(size.softmaxIterations()),
                classified);
        Trained first = train("autoencoder-1", sparse(pixels), sparseCopying(), Examples.of(training.pixels()));
        float[][] states = first.dense().encode(training.pixels());
        Trained second = train("autoencoder-2", sparse(size.hidden()), sparseCopying(), Examples.of(states));
        float[][] above = second.dense().encode(states);
        Trained softmax = train(
                "softmax",
                ClassifierSpec.sigmoid(LabelledDigits.CLASSES, size.hidden()),
                classification(size.softmaxIterations()),
                Examples.classified(above, training.labels()));
        ClassifierSpec whole = ClassifierSpec.sigmoid(LabelledDigits.CLASSES, pixels, size.hidden(), size.hidden());
        List<NamedArray> assembled =
                whole.assembled(softmax.result().parameters().toArrays(), List.of(weights(first), weights(second)));
        Trained fineTuned = trainer(whole, classification(size.iterations()))
                .startingFrom(assembled)
                .trainResumably(classified, study.progress().training("fine-tuning"), checkpoint("fine-tuning"));
        Trained random = train("from-random-weights", whole, classification(size.iterations()), classified);
        return new Built(onPixels, first, second, softmax, Classifier.of(whole, assembled), fineTuned, random);
    }

    private static List<NamedArray> weights(Trained trained) {
        return new ArrayList<>(trained.result().parameters().toArrays());
    }

    private DenseSpec sparse(int frame) {
        return new DenseSpec(
                List.of(frame, size.hidden()),
                Activation.SIGMOID,
                Activation.SIGMOID,
                Activation.SIGMOID,
                DenseSpec.Tying.UNTIED);
    }

    private Stage sparseCopying() {
        Objective objective = Objective.of(
                Loss.SQUARED_ERROR,
                new Regularizer.SparseActivity(SPARSE_TARGET, TWICE * SPARSE_WEIGHT),
                new Regularizer.WeightDecay(TWICE * WEIGHT_DECAY));
        return Stage.whole(objective, wholeBatches(size.iterations()));
    }

    private static Stage classification(int iterations) {
        return Stage.whole(new Objective.Classification(SOFTMAX_DECAY), wholeBatches(iterations));
    }

    private static Schedule wholeBatches(int iterations) {
        return Schedule.epochs(iterations, 65_536, LearningRate.constant(1)).with(new OptimizerSpec.Lbfgs(CORRECTIONS));
    }

    private Trained train(String name, NetworkSpec spec, Stage stage, Examples examples) throws IOException {
        return trainer(spec, stage).trainResumably(examples, study.progress().training(name), checkpoint(name));
    }

    private Trainer trainer(NetworkSpec spec, Stage stage) {
        return new Trainer(new TrainingPlan(spec, Initialization.GLOROT, List.of(stage), study.seed()));
    }

    private java.nio.file.Path checkpoint(String name) {
        return study.folder().checkpoint(name);
    }
}
