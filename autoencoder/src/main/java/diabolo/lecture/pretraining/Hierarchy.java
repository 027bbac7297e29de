package diabolo.lecture.pretraining;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.image.LabelledImages;
import diabolo.model.ClassifierSpec;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.Initialization;
import diabolo.nn.Loss;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.NetworkPicture;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
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
import java.util.Collections;
import java.util.List;

/** What units of each layer respond to, seen in four ways, in a pre-trained classifier and in a convolutional autoencoder. */
final class Hierarchy implements Experiment {

    record Size(int training, int hidden, int epochs, int forConvolutions, int filters, int convolutionEpochs) {}

    private static final Size FULL = new Size(30_000, 200, 10, 10_000, 16, 12);
    private static final Size QUICK = new Size(4_000, 100, 12, 1_000, 8, 10);

    private static final int LAYERS = 3;
    private static final int BATCH = 50;
    private static final int SMALL_BATCH = 20;

    private final Study study;
    private final LabelledDigits digits;
    private final Size size;

    Hierarchy(Study study, LabelledDigits all) {
        this(study, all, study.effort().choose(FULL, QUICK));
    }

    Hierarchy(Study study, LabelledDigits all, Size size) {
        this.study = study;
        this.size = size;
        this.digits = all.first(size.training(), study.effort().choose(10_000, 2_000));
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of("feature-hierarchy", "From edges to strokes to digits: what the layers see")
                .withLine("What units of each layer respond to: four ways to look at them")
                .withIdea(
                        "A deep network builds features of features: what a unit of the first layer responds to is its weights, but what does one of the third respond to?",
                        "Four ways to look: its weights seen through those below as if all were linear; the input that makes it most active, by gradient ascent; the test digits that do, and what in them did; and what happens to the answer when a part of a digit is covered.",
                        "Lower layers respond to strokes anywhere, higher ones to a class.")
                .withLookFor(
                        "The same unit in the linear picture and by ascent: equal in the first layer, and further apart the higher it is.",
                        "The nine strongest digits of a unit: of many classes in the first layer, of one or two in the third.",
                        "Covered patches that change the answer: the strokes that tell a 4 from a 9.")
                .withCorrection(
                        "A hierarchy of pixels, edges, parts and faces",
                        "that figure is of a convolutional deep belief net of faces (Lee et al. 2009); digits are so simple that edges and whole digits are two layers apart")
                .withNext("Sparse features of one layer", "./diabolo experiment run sparse-features")
                .withSources(
                        "D. Erhan, Y. Bengio, A. Courville and P. Vincent, Visualizing higher-layer features of a deep network, 2009",
                        "M. D. Zeiler and R. Fergus, Visualizing and understanding convolutional networks, 2014",
                        "P. Vincent et al., Stacked denoising autoencoders, JMLR 11, 2010: the accuracy of a classifier pre-trained like this one");
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of(
                                "sum of a unit of the third layer by ascent",
                                "maximized.activation",
                                MetricFormat.ONE_DECIMAL)
                        .against("its strongest test digit", "strongestDigit.activation"),
                KeyFigure.of(
                        "share of a unit's variance that classes explain, layer 1",
                        "layer1.classShare",
                        MetricFormat.SHARE),
                KeyFigure.of("the same, layer 3", "layer3.classShare", MetricFormat.SHARE),
                KeyFigure.of("accuracy of the classifier", "test.accuracy", MetricFormat.SHARE)
                        .asReported("98.7 %, as deep (Vincent et al. 2010)")
                        .againstKnown("10 %, guessing"));
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d of 60,000 digits, layers of %d units instead of %d, %d filters instead of %d."
                .formatted(size.training(), size.hidden(), FULL.hidden(), size.filters(), FULL.filters());
    }

    @Override
    public List<Picture> diagrams() {
        return List.of(
                NetworkPicture.of("The classifier", classifierSpec()),
                NetworkPicture.of("The convolutional autoencoder", convolutionalSpec()));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of((findings, report) -> {
            try (Trained classifier = classifier();
                    Trained convolutional = convolutional()) {
                report.metric(
                        "test.accuracy",
                        classifier
                                .classifier()
                                .accuracy(digits.test().pixels(), digits.test().labels()));
                new UnitsOfLayers(classifier.classifier(), digits.test(), findings.seed()).write(report);
                new UnitsOfMaps(convolutional.network().convolutional().orElseThrow(), digits.test()).write(report);
                new Occlusion(classifier.classifier(), digits.test()).write(report);
            }
        });
    }

    private Trained classifier() throws IOException {
        LabelledImages training = digits.training();
        List<Stage> stages = new ArrayList<>(Beginning.DENOISING.stages(LAYERS, size.epochs(), BATCH));
        stages.add(Stage.whole(
                Objective.Classification.PLAIN,
                Schedule.epochs(size.epochs(), BATCH, LearningRate.cosine(1e-3, 1e-5))));
        return trained(
                "classifier",
                new TrainingPlan(classifierSpec(), Initialization.GLOROT, stages, study.seed()),
                Examples.classified(training.pixels(), training.labels()));
    }

    private ClassifierSpec classifierSpec() {
        List<Integer> sizes = new ArrayList<>(List.of(digits.training().pixels()[0].length));
        sizes.addAll(Collections.nCopies(LAYERS, size.hidden()));
        return ClassifierSpec.sigmoid(LabelledDigits.CLASSES, sizes.toArray(Integer[]::new));
    }

    private ConvolutionalSpec convolutionalSpec() {
        return ConvolutionalSpec.newTypes(size.filters());
    }

    private Trained convolutional() throws IOException {
        Stage whole = Stage.whole(
                Objective.of(Loss.BINARY_CROSS_ENTROPY),
                Schedule.epochs(size.convolutionEpochs(), SMALL_BATCH, LearningRate.cosine(3e-3, 1e-4)));
        return trained(
                "convolutional",
                new TrainingPlan(convolutionalSpec(), Initialization.GLOROT, List.of(whole), study.seed()),
                Examples.of(digits.training().first(size.forConvolutions()).pixels()));
    }

    private Trained trained(String name, TrainingPlan plan, Examples examples) throws IOException {
        return new Trainer(plan)
                .trainResumably(
                        examples,
                        study.progress().training(name),
                        study.folder().checkpoint(name));
    }
}
