package diabolo.experiment;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.CorpusSpec;
import diabolo.corpus.MissingBass;
import diabolo.model.Bottleneck;
import diabolo.model.Initialization;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Loss;
import diabolo.nn.LstmSize;
import diabolo.note.Meter;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import diabolo.training.Clipping;
import diabolo.training.Excerpts;
import diabolo.training.LearningRate;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Schedule;
import diabolo.training.ScheduledSampling;
import diabolo.training.Scope;
import diabolo.training.Stage;
import diabolo.training.TokenTransposition;
import diabolo.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A training of a recurrent autoencoder from the music to the model. Held as YAML with only what differs from {@link
 * #DEFAULT}; see {@link ExperimentCatalog}.
 *
 * <pre>{@code
 * SequenceSpec spec = SequenceSpec.DEFAULT.withCorpus("leadsheets-openewld").withEpochs(20);
 * new Trainer(spec.plan()).train(Examples.of(windows), TrainingMonitor.SILENT);
 * }</pre>
 *
 * @param corpus folders in the data folder that it learns from, with plus signs between: {@code leadsheets-openewld}
 * @param representation what its windows hold
 * @param meter of every bar, {@code 4/4}
 * @param missingBass of trios alone: whether tunes with chords count as such
 * @param heldOutShare the share of the pieces kept for measuring where the corpus has no split of its own, 0 to below 1
 */
public record SequenceSpec(
        String name,
        String corpus,
        Lines representation,
        int bars,
        String meter,
        MissingBass missingBass,
        double heldOutShare,
        Network network,
        Training training,
        double beatsPerMinute,
        long seed)
        implements Trainable {

    /** What windows hold. */
    public enum Lines {
        MELODY,
        DRUMS,
        TRIO
    }

    /** The two ways to read and to write: all steps in a row, or bar by bar. */
    public enum Kind {
        FLAT,
        HIERARCHICAL
    }

    /** What a decoder decides by: all tokens of a step at once, or of drums one drum after the other. */
    public enum Output {
        SOFTMAX,
        NADE
    }

    /**
     * The network.
     *
     * @param encoderUnits of each direction
     * @param conductorUnits not looked at with a flat decoder, nor are its layers
     * @param nadeUnits hidden units of a NADE, not looked at with a softmax
     */
    public record Network(
            Kind encoder,
            int encoderUnits,
            int encoderLayers,
            int codeSize,
            Bottleneck bottleneck,
            Kind decoder,
            int decoderUnits,
            int decoderLayers,
            int conductorUnits,
            int conductorLayers,
            Output output,
            int nadeUnits) {}

    /**
     * How it learns.
     *
     * @param scheduledSampling slowness in updates, 0 for teacher forcing
     * @param transposition semitones up or down, of pitched lines
     * @param curriculum of shorter windows before the whole ones, see {@link Lesson}
     */
    public record Training(
            int epochs,
            int batchSize,
            double learningRate,
            double lastLearningRate,
            double beta,
            double betaRate,
            double freeBits,
            double scheduledSampling,
            int transposition,
            List<Lesson> curriculum) {
        public Training {
            curriculum = List.copyOf(curriculum);
        }

        private Training with(int otherEpochs, List<Lesson> lessons) {
            return new Training(
                    otherEpochs,
                    batchSize,
                    learningRate,
                    lastLearningRate,
                    beta,
                    betaRate,
                    freeBits,
                    scheduledSampling,
                    transposition,
                    lessons);
        }
    }

    /**
     * Passes over all windows, of each of which some bars are learned from, chosen anew every time: short excerpts before long
     * ones, see {@link Excerpts}.
     *
     * @param bars in a row, 1 to 64
     * @param epochs 1 to 1,000,000
     * @param batchSize excerpts an update, 1 to 65,536
     */
    public record Lesson(int bars, int epochs, int batchSize) {
        public Lesson {
            requireBetween("bars of a lesson", bars, 1, 64);
            requireBetween("epochs of a lesson", epochs, 1, 1_000_000);
            requireBetween("batchSize of a lesson", batchSize, 1, 65_536);
        }

        String title() {
            return bars == 1 ? "lesson of a bar" : "lesson of %d bars".formatted(bars);
        }
    }

    private static final long MOST_WEIGHTS = 300_000_000;

    /** What a YAML file differs from: MusicVAE's small melody network in a size for two cores. */
    public static final SequenceSpec DEFAULT = new SequenceSpec(
            "unnamed",
            "",
            Lines.MELODY,
            2,
            "4/4",
            MissingBass.REFUSED,
            0.15,
            new Network(Kind.FLAT, 256, 1, 64, Bottleneck.GAUSSIAN, Kind.FLAT, 256, 2, 256, 1, Output.SOFTMAX, 128),
            new Training(40, 48, 1.5e-3, 1e-5, 0.2, 0, 48, 0, 5, List.of()),
            120,
            1);

    public SequenceSpec {
        ExperimentSpec.requireName(name);
        require(
                heldOutShare >= 0 && heldOutShare < 1,
                "heldOutShare must be at least 0 and below 1, was " + heldOutShare);
        requireBetween("bars", bars, 1, 64);
    }

    @Override
    public void requireUsable() {
        long weights = plan().model().weightCount();
        require(
                weights <= MOST_WEIGHTS,
                "a network of %d weights does not fit into memory, which has room for %d; choose fewer units"
                        .formatted(weights, MOST_WEIGHTS));
    }

    /** The folders or files that it learns from. */
    public List<String> corpora() {
        return List.of(corpus.split("\\+"));
    }

    public TokenRepresentation tokens() {
        Meter bar = Meter.parse(meter);
        return switch (representation) {
            case MELODY -> Melody.of(bars, bar);
            case DRUMS -> Drums.of(bars, bar);
            case TRIO -> Trio.of(bars, bar);
        };
    }

    public CorpusSpec corpusSpec() {
        return CorpusSpec.of(tokens()).withMissingBass(missingBass);
    }

    public RecurrentSpec model() {
        LstmSize size = new LstmSize(network.decoderUnits(), network.decoderLayers());
        RecurrentSpec.Decoder decoder =
                switch (network.decoder()) {
                    case FLAT -> new RecurrentSpec.Flat(size);
                    case HIERARCHICAL ->
                        new RecurrentSpec.Hierarchical(
                                tokens().stepsPerBar(),
                                new LstmSize(network.conductorUnits(), network.conductorLayers()),
                                size);
                };
        return new RecurrentSpec(
                tokens().alphabets(),
                tokens().steps(),
                new LstmSize(network.encoderUnits(), network.encoderLayers()),
                network.encoder() == Kind.HIERARCHICAL ? List.of(tokens().stepsPerBar()) : List.of(),
                network.codeSize(),
                network.bottleneck(),
                decoder,
                network.output() == Output.NADE
                        ? Optional.of(new RecurrentSpec.Nade(network.nadeUnits()))
                        : Optional.empty());
    }

    public TrainingPlan plan() {
        LearningRate rate = LearningRate.cosine(training.learningRate(), training.lastLearningRate());
        TokenTransposition transposition =
                new TokenTransposition(training.transposition(), tokens().alphabets(), pitchedLines());
        List<Stage> stages = new ArrayList<>();
        for (Lesson lesson : training.curriculum()) {
            Excerpts excerpts = new Excerpts(tokens().stepsPerBar(), lesson.bars(), transposition);
            Schedule schedule = Schedule.epochs(
                    lesson.epochs(), lesson.batchSize(), LearningRate.constant(training.learningRate()));
            stages.add(stage(lesson.title(), excerpts, schedule));
        }
        Schedule schedule = Schedule.epochs(training.epochs(), training.batchSize(), rate);
        stages.add(stage("training", Excerpts.WHOLE.with(transposition), schedule));
        return new TrainingPlan(model(), Initialization.GLOROT, stages, seed);
    }

    private Stage stage(String title, Excerpts excerpts, Schedule schedule) {
        int steps = tokens().steps();
        Regularizer regularizer = new Regularizer.KullbackLeibler(
                        training.beta(), training.betaRate(), training.freeBits())
                .ofShare(excerpts.steps(steps), steps);
        Objective objective = new Objective.LowerBound(
                Loss.CROSS_ENTROPY, List.of(regularizer), 0, new ScheduledSampling(training.scheduledSampling()));
        return new Stage(title, Scope.WHOLE, objective, schedule.with(Clipping.MUSIC_VAE), excerpts);
    }

    List<Integer> pitchedLines() {
        return IntStream.range(0, tokens().alphabets().size())
                .filter(line -> tokens().lines().get(line).isPitched())
                .boxed()
                .toList();
    }

    public SequenceSpec withCorpus(String other) {
        return with(other, network, training, seed);
    }

    public SequenceSpec withNetwork(Network other) {
        return with(corpus, other, training, seed);
    }

    public SequenceSpec withTraining(Training other) {
        return with(corpus, network, other, seed);
    }

    public SequenceSpec withEpochs(int epochs) {
        return withTraining(training.with(epochs, training.curriculum()));
    }

    /** With an epoch of each lesson and one of the whole, to see that all of it works. */
    SequenceSpec quick() {
        List<Lesson> lessons = training.curriculum().stream()
                .map(lesson -> new Lesson(lesson.bars(), 1, lesson.batchSize()))
                .toList();
        return withTraining(training.with(1, lessons));
    }

    /** Another pull towards the prior. */
    public SequenceSpec withRegularizer(Regularizer.KullbackLeibler other) {
        return withTraining(new Training(
                training.epochs(),
                training.batchSize(),
                training.learningRate(),
                training.lastLearningRate(),
                other.beta(),
                other.rate(),
                other.freeBits(),
                training.scheduledSampling(),
                training.transposition(),
                training.curriculum()));
    }

    public SequenceSpec with(Bottleneck bottleneck) {
        return withNetwork(new Network(
                network.encoder(),
                network.encoderUnits(),
                network.encoderLayers(),
                network.codeSize(),
                bottleneck,
                network.decoder(),
                network.decoderUnits(),
                network.decoderLayers(),
                network.conductorUnits(),
                network.conductorLayers(),
                network.output(),
                network.nadeUnits()));
    }

    public SequenceSpec withSeed(long other) {
        return with(corpus, network, training, other);
    }

    private SequenceSpec with(String newCorpus, Network newNetwork, Training newTraining, long newSeed) {
        return new SequenceSpec(
                name,
                newCorpus,
                representation,
                bars,
                meter,
                missingBass,
                heldOutShare,
                newNetwork,
                newTraining,
                beatsPerMinute,
                newSeed);
    }
}
