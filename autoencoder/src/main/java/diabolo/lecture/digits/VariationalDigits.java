package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

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
    private static final String LINE = "Variational autoencoders of digits: a latent space that can be sampled";

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            NAME,
            LINE,
            List.of(LabelledDigits.DATA_SET),
            study -> new VariationalDigits(study, Size.of(study.effort())));

    /**
     * How large the networks are and how long they are trained.
     *
     * @param below the layers between pixels and a code of two dimensions
     * @param belowTwenty the same of a code of twenty
     * @param epochs of the variational network of two dimensions
     * @param epochsOfTwenty of that of twenty
     * @param plainEpochs of the plain ones
     * @param batch digits of an update
     * @param rate the first learning rate
     * @param samples of the importance weighted bound
     */
    record Size(
            int training,
            int test,
            List<Integer> below,
            List<Integer> belowTwenty,
            int epochs,
            int epochsOfTwenty,
            int plainEpochs,
            int batch,
            double rate,
            int samples) {

        static Size of(Effort effort) {
            return switch (effort) {
                case FULL ->
                    new Size(60_000, 10_000, List.of(784, 500, 250), List.of(784, 500), 12, 40, 8, 100, 1e-3, 100);
                case QUICK ->
                    new Size(10_000, 1_000, List.of(784, 200, 100), List.of(784, 200), 16, 16, 5, 32, 2e-3, 50);
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
        return ExperimentSummary.of(NAME, "Variational autoencoders of handwritten digits")
                .withLine(LINE)
                .withIdea(
                        "A plain autoencoder puts its codes where it likes, so a code at random decodes to nothing in particular.",
                        "A variational one encodes each digit to a normal distribution and pays, in nats, for how far that is from N(0, I): its codes fill one known region, around 0.",
                        "Samples of N(0, I) then decode to new digits, and the price and the error together bound how probable the test digits are.")
                .withLookFor(
                        "In the two planes, what lies between the codes of real digits: digits in between, or nothing that was ever trained.",
                        "How much sharper samples of 20 dimensions are than of 2, and which are digits more often; and what a plain decoder makes of the same 20 numbers.",
                        "How far the importance weighted bound lies above the evidence lower bound.")
                .withCorrection(
                        "A term is added: the cross-entropy between latent values and prior",
                        "It is the Kullback-Leibler divergence of the posterior from the prior, of which the cross-entropy is only one part; without the other part, the posterior's own entropy, its deviations would shrink to nothing.")
                .withNext("Images of your own in the latent space", "./diabolo train digits-vae")
                .withNext("Another seed: other places for the same digits", "./diabolo experiment run vae --seed 2")
                .withSources(
                        "D. P. Kingma and M. Welling, Auto-encoding variational Bayes, 2014: objective, network of one hidden layer of 500 tanh units, figures 2, 4 and 5",
                        "Y. Burda, R. Grosse and R. Salakhutdinov, Importance weighted autoencoders, 2016, equation 8",
                        "I. Dykeman, Conditional variational autoencoders, 2016: pictures of encoder, latent plane and decoder");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d digits instead of 60,000, %d hidden units instead of 500, and fewer updates: bounds are lower than those of the full run, and samples less clear."
                .formatted(size.training(), size.belowTwenty().getLast());
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("lower bound of a test digit, 2 latent dimensions, nats", "z2.elbo", ONE_DECIMAL)
                        .asReported("-155 to -140, usual"),
                KeyFigure.of("lower bound of a test digit, 20 latent dimensions, nats", "z20.elbo", ONE_DECIMAL)
                        .asReported("-105 to -100"),
                KeyFigure.of("importance weighted bound, 20 latent dimensions, nats", "z20.iwae", ONE_DECIMAL),
                KeyFigure.of(
                                "distance of samples from the nearest digit, 20 dimensions",
                                "z20.sampled.nearestDistance",
                                TWO_DECIMALS)
                        .against("plain autoencoder", "plain20.sampled.nearestDistance"),
                KeyFigure.of("plane without a code near", "z2.emptyShare", SHARE)
                        .against("plain autoencoder", "plain2.emptyShare"));
    }

    @Override
    public Material material() {
        return digits.images();
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                variational("code20", 20, size.belowTwenty(), size.epochsOfTwenty()),
                variational("code2", 2, size.below(), size.epochs()),
                plain("plain20", 20, size.belowTwenty()),
                plain("plain2", 2, size.below()));
    }

    private Variant variational(String name, int codeSize, List<Integer> below, int epochs) {
        Objective bound = Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND);
        return network(
                name,
                spec(below, codeSize, Bottleneck.GAUSSIAN),
                bound,
                epochs,
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
        Schedule schedule = Schedule.epochs(epochs, size.batch(), LearningRate.cosine(size.rate(), 1e-5));
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
        return List.of(
                new CodePlanes(digits),
                (findings, report) -> new Manifold().write(VariationalBounds.variationalOnly(findings), report),
                new SampledDigits(digits),
                new VariationalBounds(digits, size.samples()),
                new LearningCurves("epoch", "digit", Axis.LINEAR));
    }
}
