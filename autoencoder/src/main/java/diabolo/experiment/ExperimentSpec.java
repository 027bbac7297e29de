package diabolo.experiment;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.CorpusSpec;
import diabolo.corpus.LastWindow;
import diabolo.corpus.Transposition;
import diabolo.grid.RhythmGrid;
import diabolo.model.Bottleneck;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Loss;
import diabolo.nn.OptimizerSpec;
import diabolo.representation.PianoRoll;
import diabolo.training.EarlyStopping;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.Stage;
import diabolo.training.TrainingPlan;
import java.util.List;

/**
 * A training from the music to the model: corpus, representation, network, pre-training, fine-tuning, seed. Held as YAML
 * with only what differs from {@link #DEFAULT}; see {@link ExperimentCatalog}.
 *
 * <pre>{@code
 * ExperimentSpec spec = ExperimentCatalog.find("ragtime-deephear");
 * TrainingPlan plan = spec.plan();
 * }</pre>
 *
 * @param name content, length, size: {@code ragtime-deephear}
 * @param corpus the folder in the data folder that it learns from where no other is named
 * @param heldOutShare the share of the pieces kept for measuring, 0 to below 1
 * @param beatsPerMinute the tempo in which the model writes
 */
public record ExperimentSpec(
        String name,
        String corpus,
        Roll representation,
        int strideSteps,
        LastWindow lastWindow,
        Transposition transposition,
        double heldOutShare,
        Network network,
        Stages pretraining,
        FineTuning fineTuning,
        double beatsPerMinute,
        long seed)
        implements Trainable {

    /** The window: sixteenths, {@code pitches} rows from {@code lowestPitch} up. */
    public record Roll(int steps, int lowestPitch, int pitches) {
        PianoRoll toPianoRoll() {
            return new PianoRoll(RhythmGrid.SIXTEENTHS, steps, lowestPitch, pitches);
        }
    }

    /**
     * The network.
     *
     * @param hiddenSizes units of the layers from the one above the frame to the code
     * @param bottleneck GAUSSIAN for a variational autoencoder, whose code is LINEAR and whose weights are UNTIED
     * @param initializationFactor see {@link Initialization}
     */
    public record Network(
            List<Integer> hiddenSizes,
            Activation hidden,
            Activation code,
            DenseSpec.Tying tying,
            Bottleneck bottleneck,
            double initializationFactor) {

        public Network {
            hiddenSizes = List.copyOf(hiddenSizes);
            require(!hiddenSizes.isEmpty(), "hiddenSizes must name at least the code's size");
        }
    }

    /** By what the stages of the cascade are trained. */
    public enum StageKind {
        NONE,
        AUTOENCODERS,
        BOLTZMANN_MACHINES
    }

    /**
     * The cascade.
     *
     * @param contrastiveSteps the k of CD-k, for Boltzmann machines
     */
    public record Stages(StageKind by, int epochs, int batchSize, double learningRate, int contrastiveSteps) {}

    /**
     * The training of the whole.
     *
     * @param learningRate the first; it falls to {@code lastLearningRate} along half a cosine
     * @param patienceEpochs 0 for no early stopping
     * @param beta with betaRate and freeBits of a Gaussian bottleneck, see {@link Regularizer}
     */
    public record FineTuning(
            int epochs,
            int batchSize,
            double learningRate,
            double lastLearningRate,
            Loss loss,
            double codeNoise,
            int patienceEpochs,
            double beta,
            double betaRate,
            double freeBits) {

        FineTuning withLearningRate(double other) {
            return with(epochs, other);
        }

        FineTuning withEpochs(int other) {
            return with(other, learningRate);
        }

        private FineTuning with(int newEpochs, double newLearningRate) {
            return new FineTuning(
                    newEpochs,
                    batchSize,
                    newLearningRate,
                    lastLearningRate,
                    loss,
                    codeNoise,
                    patienceEpochs,
                    beta,
                    betaRate,
                    freeBits);
        }

        Objective.LowerBound objective() {
            return Objective.of(loss, new Regularizer.KullbackLeibler(beta, betaRate, freeBits))
                    .withCodeNoise(codeNoise);
        }

        Schedule schedule() {
            return Schedule.epochs(epochs, batchSize, LearningRate.cosine(learningRate, lastLearningRate))
                    .with(patienceEpochs == 0 ? EarlyStopping.NEVER : new EarlyStopping(patienceEpochs, 0.005));
        }
    }

    /** Training holds each about five times, four bytes each: 4 GB. */
    private static final long MOST_WEIGHTS = 200_000_000;

    /** What a YAML file differs from. */
    public static final ExperimentSpec DEFAULT = new ExperimentSpec(
            "unnamed",
            "",
            new Roll(64, 12, 88),
            16,
            LastWindow.LEFT_OUT,
            Transposition.AS_WRITTEN,
            0.15,
            new Network(
                    List.of(1024, 256, 64, 16),
                    Activation.SIGMOID,
                    Activation.SIGMOID,
                    DenseSpec.Tying.TIED,
                    Bottleneck.PLAIN,
                    4),
            new Stages(StageKind.BOLTZMANN_MACHINES, 100, 10, 0.01, 1),
            new FineTuning(300, 64, 3e-3, 1e-5, Loss.BINARY_CROSS_ENTROPY, 0, 0, 1, 0, 0),
            100,
            1);

    public ExperimentSpec {
        requireName(name);
        requireBetween("strideSteps", strideSteps, 1, 4096);
        require(
                heldOutShare >= 0 && heldOutShare < 1,
                "heldOutShare must be at least 0 and below 1, was " + heldOutShare);
    }

    static void requireName(String name) {
        require(
                name.matches("[a-z0-9][a-z0-9._-]*"),
                "name must be of small letters, digits, dots, dashes and underscores, was " + name);
    }

    @Override
    public void requireUsable() {
        corpusSpec();
        DenseSpec network = model();
        plan();
        long weights = network.weightCount();
        require(
                weights <= MOST_WEIGHTS,
                "a network of %s has %d weights, and training fits into memory up to %d; choose smaller hiddenSizes"
                        .formatted(network.shape(), weights, MOST_WEIGHTS));
    }

    public PianoRoll pianoRoll() {
        return representation.toPianoRoll();
    }

    public CorpusSpec corpusSpec() {
        return CorpusSpec.DEEPHEAR
                .withRepresentation(pianoRoll())
                .withStrideSteps(strideSteps)
                .withLastWindow(lastWindow)
                .withTransposition(transposition);
    }

    public DenseSpec model() {
        List<Integer> sizes = new java.util.ArrayList<>(List.of(pianoRoll().cells()));
        sizes.addAll(network.hiddenSizes());
        return new DenseSpec(
                sizes, network.hidden(), network.code(), Activation.SIGMOID, network.tying(), network.bottleneck());
    }

    public TrainingPlan plan() {
        Stage whole = Stage.whole(fineTuning.objective(), fineTuning.schedule()).named("fine-tuning");
        Initialization first = new Initialization(network.initializationFactor());
        Schedule ofLayers = Schedule.epochs(
                pretraining.epochs(), pretraining.batchSize(), LearningRate.constant(pretraining.learningRate()));
        return switch (pretraining.by()) {
            case NONE -> new TrainingPlan(model(), first, List.of(whole), seed);
            case AUTOENCODERS ->
                TrainingPlan.inCascade(model(), first, Objective.of(fineTuning.loss()), ofLayers, whole, seed);
            case BOLTZMANN_MACHINES ->
                TrainingPlan.inCascade(
                        model(),
                        first,
                        new Objective.ContrastiveDivergence(pretraining.contrastiveSteps()),
                        ofLayers.with(OptimizerSpec.GradientDescent.PLAIN),
                        whole,
                        seed);
        };
    }

    public ExperimentSpec withCorpus(String other) {
        return with(other, lastWindow, heldOutShare, network, pretraining, fineTuning, seed);
    }

    /** Cut as DeepHear's author cut his nine files: the last window left out, and no piece held out. */
    ExperimentSpec asTheAuthorDid() {
        return with(corpus, LastWindow.LEFT_OUT, 0, network, pretraining, fineTuning, seed);
    }

    public ExperimentSpec withHiddenSizes(List<Integer> sizes) {
        Network other = new Network(
                sizes,
                network.hidden(),
                network.code(),
                network.tying(),
                network.bottleneck(),
                network.initializationFactor());
        return with(corpus, lastWindow, heldOutShare, other, pretraining, fineTuning, seed);
    }

    public ExperimentSpec withPretraining(Stages other) {
        return with(corpus, lastWindow, heldOutShare, network, other, fineTuning, seed);
    }

    public ExperimentSpec withFineTuning(FineTuning other) {
        return with(corpus, lastWindow, heldOutShare, network, pretraining, other, seed);
    }

    /** Another length of the fine-tuning. */
    public ExperimentSpec withEpochs(int epochs) {
        return withFineTuning(fineTuning.withEpochs(epochs));
    }

    public ExperimentSpec withSeed(long other) {
        return with(corpus, lastWindow, heldOutShare, network, pretraining, fineTuning, other);
    }

    private ExperimentSpec with(
            String newCorpus,
            LastWindow last,
            double share,
            Network newNetwork,
            Stages stages,
            FineTuning training,
            long newSeed) {
        return new ExperimentSpec(
                name,
                newCorpus,
                representation,
                strideSteps,
                last,
                transposition,
                share,
                newNetwork,
                stages,
                training,
                beatsPerMinute,
                newSeed);
    }
}
