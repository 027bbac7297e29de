package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Stack;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a deep autoencoder as the lecture tells it: stage by stage, the internal states of one being the examples of the
 * next, then all layers together.
 *
 * <pre>{@code
 * try (TrainedCascade trained = Cascade.of(plan).train(frames, TrainingMonitor.SILENT)) {
 *     trained.network().reconstruct(frames);
 *     trained.stages(); // what each layer knew before fine-tuning
 * }
 * }</pre>
 *
 * <p>With a checkpoint file a training that was killed goes on where it was, and ends with the same weights, bit for bit,
 * on the same kind of machine. Immutable; each training is single-threaded Java over multi-threaded libtorch.
 */
public final class Cascade {

    private final CascadePlan plan;
    private final RandomSource random;
    private final long checkpointEveryNanos;

    private Cascade(CascadePlan plan, long checkpointEveryNanos) {
        this.plan = plan;
        this.random = RandomSource.of(plan.seed());
        this.checkpointEveryNanos = checkpointEveryNanos;
    }

    public static Cascade of(CascadePlan plan) {
        return new Cascade(plan, PhaseRun.CHECKPOINT_EVERY_NANOS);
    }

    /** For tests, which cannot wait. */
    Cascade checkpointingEveryEpoch() {
        return new Cascade(plan, 0);
    }

    /**
     * Trains from the beginning, without checkpoints.
     *
     * @param frames [examples][frameSize], one or more
     */
    public TrainedCascade train(float[][] frames, TrainingMonitor monitor) {
        try {
            return train(frames, monitor, Optional.empty());
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /**
     * Trains, and writes a checkpoint every 20 seconds or so and at the end of every phase; begins where that file left off
     * if it exists.
     *
     * @throws IOException if the checkpoint cannot be written, cannot be read, or belongs to another training
     */
    public TrainedCascade trainResumably(float[][] frames, TrainingMonitor monitor, Path checkpoint)
            throws IOException {
        return train(frames, monitor, Optional.of(checkpoint));
    }

    private TrainedCascade train(float[][] frames, TrainingMonitor monitor, Optional<Path> file) throws IOException {
        requireFrames(frames);
        String fingerprint = Fingerprint.of(plan, frames);
        Optional<Checkpoint> resumed = file.isPresent() ? Checkpoint.read(file.get(), fingerprint) : Optional.empty();
        List<List<NamedArray>> stages =
                new ArrayList<>(resumed.map(Checkpoint::stages).orElse(List.of()));
        List<CurvePoint> curve = new ArrayList<>(resumed.map(Checkpoint::curve).orElse(List.of()));
        ProgressClock clock = new ProgressClock(plan.epochs(), plan.workOfEpochs(), monitor);
        List<NamedArray> weights = List.of();
        int firstPhase = resumed.map(Checkpoint::phase).orElse(0);
        for (int number = firstPhase; number < plan.phaseCount(); number++) {
            Optional<Checkpoint> here = number == firstPhase ? resumed : Optional.empty();
            try (Phase phase = open(number, stages, frames, here.map(Checkpoint::weights))) {
                here.ifPresent(checkpoint -> phase.restoreOptimizer(checkpoint.optimizer()));
                new PhaseRun(phase, number, fingerprint, stages, curve, clock, file, checkpointEveryNanos)
                        .run(here.map(Checkpoint::epoch).orElse(0));
                weights = phase.weights();
            }
            if (number < plan.stageCount()) {
                stages.add(weights);
            }
        }
        return new TrainedCascade(DenseAutoencoder.of(plan.model(), weights), stages, curve);
    }

    private void requireFrames(float[][] frames) {
        require(frames.length > 0, "at least one example is needed to train, there was none");
        for (float[] frame : frames) {
            require(
                    frame.length == plan.model().frameSize(),
                    "a network %s takes examples of %d numbers, was given one of %d"
                            .formatted(plan.model().shape(), plan.model().frameSize(), frame.length));
        }
    }

    private Phase open(
            int number, List<List<NamedArray>> stages, float[][] frames, Optional<List<NamedArray>> weights) {
        RandomSource chance = random.derive("phase", number);
        if (number == plan.stageCount()) {
            List<NamedArray> first = weights.orElseGet(() -> stages.isEmpty()
                    ? plan.initialization().of(plan.model(), random.derive("initialization"))
                    : Stack.weights(plan.model(), stages));
            DenseAutoencoder network = DenseAutoencoder.of(plan.model(), first);
            return new GradientPhase("fine-tuning", network, frames, plan.fineTuning(), chance);
        }
        DenseSpec stage = plan.model().stage(number);
        List<NamedArray> first = weights.orElseGet(
                () -> plan.initialization().of(stage, random.derive("initialization of stage", number)));
        DenseAutoencoder network = DenseAutoencoder.of(stage, first);
        String name = "stage %d of %d".formatted(number + 1, plan.stageCount());
        float[][] states = statesBelow(number, stages, frames);
        return switch (plan.pretraining()) {
            case Pretraining.ByAutoencoders by -> new GradientPhase(name, network, states, by.stage(), chance);
            case Pretraining.ByBoltzmannMachines by ->
                new RestrictedBoltzmannMachine(
                        name,
                        network,
                        states,
                        new RestrictedBoltzmannMachine.Settings(by.k(), by.epochs(), by.batchSize(), by.learningRate()),
                        chance);
            case Pretraining.None _ ->
                throw new IllegalStateException("without pre-training there is no stage " + number);
        };
    }

    /** What the stage is to copy: the internal states of the stages before it. */
    private float[][] statesBelow(int number, List<List<NamedArray>> stages, float[][] frames) {
        float[][] states = frames;
        for (int below = 0; below < number; below++) {
            try (DenseAutoencoder stage = DenseAutoencoder.of(plan.model().stage(below), stages.get(below))) {
                states = stage.encode(states);
            }
        }
        return states;
    }
}
