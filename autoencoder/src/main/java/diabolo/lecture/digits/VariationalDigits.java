package diabolo.lecture.digits;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import diabolo.experiment.Study;
import diabolo.experiment.Variant;
import diabolo.model.Bottleneck;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.ImageGrids;
import diabolo.report.LearningCurves;
import diabolo.report.Manifold;
import diabolo.report.Material;
import diabolo.report.page.KeyFigure;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The variational autoencoder of Kingma and Welling (2014) on handwritten digits, of two and of twenty latent dimensions, beside plain
 * autoencoders of the same sizes.
 */
final class VariationalDigits implements Experiment {

    private static final String NAME = "vae";

    static final Experiments.Entry ENTRY =
            entry(NAME, "Variational autoencoders of handwritten digits: a latent space that can be sampled");
    static final Experiments.Entry OLD_NAME = entry("vae-digits", "The older name of vae");

    private static Experiments.Entry entry(String name, String line) {
        return Experiments.Entry.study(
                name,
                line,
                List.of(LabelledDigits.DATA_SET),
                study -> new VariationalDigits(study, Size.of(study.effort())));
    }

    /**
     * How large the networks are and how long they are trained.
     *
     * @param below the layers between pixels and a code of two dimensions
     * @param belowTwenty the same of a code of twenty
     * @param epochs of the variational networks
     * @param plainEpochs of the plain ones
     */
    record Size(int training, int test, List<Integer> below, List<Integer> belowTwenty, int epochs, int plainEpochs) {

        static Size of(Effort effort) {
            return switch (effort) {
                case FULL -> new Size(60_000, 10_000, List.of(784, 500, 250), List.of(784, 500), 40, 15);
                case QUICK -> new Size(10_000, 2_000, List.of(784, 200), List.of(784, 200), 10, 10);
            };
        }
    }

    private final Study study;
    private final Size size;
    private final DigitData digits;

    VariationalDigits(Study study, Size size) {
        this.study = study;
        this.size = size;
        this.digits = new DigitData(study.data(), size.training(), size.test());
    }

    @Override
    public ExperimentSummary summary() {
        return new ExperimentSummary(NAME, "Variational autoencoders of handwritten digits", "");
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
        return List.of(
                variational("code20", 20, size.belowTwenty()),
                variational("code2", 2, size.below()),
                plain("plain20", 20, size.belowTwenty()),
                plain("plain2", 2, size.below()));
    }

    private Variant variational(String name, int codeSize, List<Integer> below) {
        Objective bound = Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND);
        return network(
                name,
                spec(below, codeSize, Bottleneck.GAUSSIAN),
                bound,
                size.epochs(),
                "%d latent dimensions".formatted(codeSize));
    }

    private Variant plain(String name, int codeSize, List<Integer> below) {
        Objective copying = Objective.of(Loss.BINARY_CROSS_ENTROPY);
        return network(
                name,
                spec(below, codeSize, Bottleneck.PLAIN),
                copying,
                size.plainEpochs(),
                "plain autoencoder, %d latent dimensions".formatted(codeSize));
    }

    private Variant network(String name, DenseSpec spec, Objective objective, int epochs, String words) {
        Schedule schedule = Schedule.epochs(epochs, 100, LearningRate.cosine(1e-3, 1e-5));
        TrainingPlan plan =
                new TrainingPlan(spec, Initialization.GLOROT, List.of(Stage.whole(objective, schedule)), study.seed());
        return (_, _) ->
                DigitTrainings.variant(new DigitTrainings(study).train(name, plan, digits.training()), name, words);
    }

    private static DenseSpec spec(List<Integer> below, int codeSize, Bottleneck bottleneck) {
        List<Integer> sizes = new ArrayList<>(below);
        sizes.add(codeSize);
        return new DenseSpec(
                sizes, Activation.TANH, Activation.LINEAR, Activation.SIGMOID, DenseSpec.Tying.UNTIED, bottleneck);
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new LearningCurves("epoch", "digit", Axis.LINEAR), new Manifold(), new ImageGrids());
    }
}
