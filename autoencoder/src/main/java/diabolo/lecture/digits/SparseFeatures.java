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
import diabolo.nn.OptimizerSpec;
import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.LearningCurves;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.util.List;

/**
 * Features that sparsity brings out: the sparse autoencoder of Ng's exercise (2011), the dictionary of Olshausen and Field (1996) and a
 * k-sparse autoencoder (Makhzani and Frey 2013), on digits and on bars of chorales.
 */
final class SparseFeatures implements Experiment {

    private static final String NAME = "sparse-features";
    private static final String LINE = "Sparse coding: strokes from digits, chords and octaves from chorales";

    static final Experiments.Entry ENTRY = Experiments.Entry.study(
            NAME,
            LINE,
            List.of(LabelledDigits.DATA_SET, RollWindows.DATA_SET),
            study -> new SparseFeatures(study, Size.of(study.effort())));

    /** The mean activation ρ that the exercise asks for. */
    static final double TARGET = 0.1;

    private static final double WEIGHT_DECAY = 3e-3;
    private static final double SPARSITY_WEIGHT = 3;

    /** The exercise halves the squared error, {@link Loss#SQUARED_ERROR} does not: twice its weights give the same optimum. */
    private static final double TWICE = 2;

    private static final int MEMORY = 20;

    /**
     * How much is learned from, and for how long.
     *
     * @param updates of L-BFGS, each on all digits
     * @param bars of chorales
     * @param rollUnits of the sparse autoencoder of bars
     */
    record Size(
            int training,
            int test,
            int units,
            int updates,
            int kSparseEpochs,
            int bars,
            int rollUnits,
            int rollUpdates,
            PatchDictionary.Size dictionary) {

        static Size of(Effort effort) {
            return switch (effort) {
                case FULL -> new Size(10_000, 10_000, 196, 200, 30, 10_000, 100, 150, PatchDictionary.Size.FULL);
                case QUICK -> new Size(2_000, 1_000, 64, 120, 15, 1_500, 36, 100, PatchDictionary.Size.QUICK);
            };
        }

        /** As many active units as the sparse autoencoder has on average. */
        int active() {
            return (int) Math.max(1, Math.round(TARGET * units));
        }
    }

    private final Study study;
    private final Size size;
    private final DigitData digits;

    SparseFeatures(Study study, Size size) {
        this.study = study;
        this.size = size;
        this.digits = new DigitData(study.data(), size.training(), size.test());
    }

    @Override
    public ExperimentSummary summary() {
        return ExperimentSummary.of(NAME, "Sparse features: strokes of digits, chords of chorales")
                .withLine(LINE)
                .withIdea(
                        "A hidden layer need not be narrow to learn something: it is enough that few of its units are active at a time.",
                        "Each unit then becomes a part that many examples share: of digits a stroke of the pen, of music an octave or a chord.",
                        "The same idea without an encoder is Olshausen and Field's: an image is a sum of few elements of a dictionary, and which ones is found by a search of its own.")
                .withLookFor(
                        "Whether the inputs that units respond to most look like strokes, and how little of the image each covers beside a principal component.",
                        "How few elements of the dictionary a patch takes, and what is lost by leaving the others out.",
                        "Which features of the chorales are octaves or lie in one triad, beside what chance gives.")
                .withCorrection(
                        "Learning the identity with a sparsity constraint [Ng 2012]",
                        "The exercise is from the lecture notes of CS294A (2011) and the UFLDL tutorial made of them; the constraint is a penalty, the Kullback-Leibler divergence of each unit's mean activation from 0.1.")
                .withCorrection(
                        "Edges, as from photographs",
                        "Olshausen and Field learned from photographs of nature, which are not among the data here. Digits are drawn with one pen, so what is found is strokes of its width, with a side of paper on either side.")
                .withNext(
                        "The same with another seed: other units, the same kinds of them",
                        "./diabolo experiment run sparse-features --seed 2")
                .withSources(
                        "B. A. Olshausen and D. J. Field, Emergence of simple-cell receptive field properties by learning a sparse code for natural images, Nature 381, 1996",
                        "A. Ng, Sparse autoencoder, lecture notes CS294A, 2011; exercises of the UFLDL tutorial",
                        "A. Makhzani and B. Frey, k-Sparse autoencoders, 2013",
                        "A. Beck and M. Teboulle, A fast iterative shrinkage-thresholding algorithm for linear inverse problems, 2009");
    }

    @Override
    public String quickRemark() {
        return "Quick run: %,d digits instead of 10,000, %d units instead of 196, %d updates instead of 200, and small dictionaries; strokes are coarser than in the full run."
                .formatted(size.training(), size.units(), size.updates());
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of("mean activation of the hidden units", "hidden.meanActivation", MetricFormat.THREE_DIGITS)
                        .againstKnown("0.1, asked for"),
                KeyFigure.of("pixels that a unit covers, of 784", "hidden.area", MetricFormat.ONE_DECIMAL)
                        .against("a principal component", "pca.area"),
                KeyFigure.of(
                        "elements of the dictionary that a patch of a digit takes",
                        "dictionary.nonZeroShare",
                        MetricFormat.SHARE),
                KeyFigure.of("its signal-to-noise ratio (dB)", "dictionary.snrDb", MetricFormat.ONE_DECIMAL),
                KeyFigure.of("features of chorales with an octave in them", "rolls.octaveShare", MetricFormat.SHARE)
                        .against("pitches by chance", "rolls.chance.octaveShare"),
                KeyFigure.of("features of chorales within one triad", "rolls.triadShare", MetricFormat.SHARE)
                        .against("pitches by chance", "rolls.chance.triadShare"));
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                (_, _) -> DigitTrainings.variant(
                        new DigitTrainings(study)
                                .train("sparse", sparse(784, size.units(), size.updates()), digits.training()),
                        "sparse",
                        "sparse autoencoder"),
                (_, _) -> DigitTrainings.variant(
                        new DigitTrainings(study).train("kSparse", kSparse(), digits.training()),
                        "kSparse",
                        "k-sparse autoencoder"),
                (_, _) -> DigitTrainings.variant(
                        new DigitTrainings(study)
                                .train(
                                        "rolls",
                                        sparse(
                                                RollWindows.STEPS * RollWindows.PITCHES,
                                                size.rollUnits(),
                                                size.rollUpdates()),
                                        RollWindows.read(study.data(), size.bars())),
                        "rolls",
                        "sparse autoencoder of bars of chorales"));
    }

    private TrainingPlan sparse(int frameSize, int units, int updates) {
        DenseSpec spec = new DenseSpec(
                List.of(frameSize, units),
                Activation.SIGMOID,
                Activation.SIGMOID,
                Activation.SIGMOID,
                DenseSpec.Tying.UNTIED);
        Objective objective = Objective.of(
                Loss.SQUARED_ERROR,
                new Regularizer.SparseActivity(TARGET, TWICE * SPARSITY_WEIGHT),
                new Regularizer.WeightDecay(TWICE * WEIGHT_DECAY));
        Schedule schedule = Schedule.updates(updates, Math.max(size.training(), size.bars()), LearningRate.constant(1))
                .with(new OptimizerSpec.Lbfgs(MEMORY));
        return new TrainingPlan(spec, Initialization.GLOROT, List.of(Stage.whole(objective, schedule)), study.seed());
    }

    private TrainingPlan kSparse() {
        DenseSpec spec = new DenseSpec(
                List.of(784, size.units()),
                Activation.LINEAR,
                Activation.LINEAR,
                Activation.SIGMOID,
                DenseSpec.Tying.TIED,
                new Bottleneck.KSparse(size.active()));
        Schedule schedule = Schedule.epochs(size.kSparseEpochs(), 50, LearningRate.cosine(1e-3, 1e-5));
        return new TrainingPlan(
                spec,
                Initialization.GLOROT,
                List.of(Stage.whole(Objective.of(Loss.BINARY_CROSS_ENTROPY), schedule)),
                study.seed());
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new StrokeFeatures(digits),
                new PatchDictionary(study, digits, size.dictionary(), size.bars()),
                new MusicFeatures(study.data(), size.bars()),
                new LearningCurves(
                        "update of L-BFGS, or epoch of the k-sparse autoencoder", "example", Axis.LOGARITHMIC));
    }
}
