package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.RecurrentAutoencoder;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Trains a recurrent autoencoder on windows of tokens.
 *
 * <pre>{@code
 * try (TrainedSequences trained = new SequenceTraining(plan).train(windows, TrainingMonitor.SILENT)) {
 *     trained.network().encode(windows.stream().map(Tokens::new).toList());
 * }
 * }</pre>
 *
 * <p>With a checkpoint file a training that was killed goes on where it was, and ends with the same weights, bit for bit,
 * on the same kind of machine.
 */
public final class SequenceTraining {

    private final SequencePlan plan;
    private final long checkpointEveryNanos;

    public SequenceTraining(SequencePlan plan) {
        this(plan, PhaseRun.CHECKPOINT_EVERY_NANOS);
    }

    private SequenceTraining(SequencePlan plan, long checkpointEveryNanos) {
        this.plan = plan;
        this.checkpointEveryNanos = checkpointEveryNanos;
    }

    /** For tests, which cannot wait. */
    SequenceTraining checkpointingEveryEpoch() {
        return new SequenceTraining(plan, 0);
    }

    /**
     * Trains from the beginning, without checkpoints.
     *
     * @param windows [lines][steps] each, one or more
     */
    public TrainedSequences train(List<int[][]> windows, TrainingMonitor monitor) {
        try {
            return train(windows, monitor, Optional.empty());
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /**
     * Trains, and writes a checkpoint every 20 seconds or so and at the end; begins where that file left off if it exists.
     *
     * @throws IOException if the checkpoint cannot be written, cannot be read, or belongs to another training
     */
    public TrainedSequences trainResumably(List<int[][]> windows, TrainingMonitor monitor, Path checkpoint)
            throws IOException {
        return train(windows, monitor, Optional.of(checkpoint));
    }

    private TrainedSequences train(List<int[][]> windows, TrainingMonitor monitor, Optional<Path> file)
            throws IOException {
        require(!windows.isEmpty(), "at least one window is needed to train, there was none");
        windows.forEach(this::requireFitting);
        RandomSource random = RandomSource.of(plan.seed());
        String fingerprint = Fingerprint.of(plan, windows);
        Optional<Checkpoint> resumed = file.isPresent() ? Checkpoint.read(file.get(), fingerprint) : Optional.empty();
        List<CurvePoint> curve = new ArrayList<>(resumed.map(Checkpoint::curve).orElse(List.of()));
        int first = resumed.map(Checkpoint::phase).orElse(0);
        RecurrentAutoencoder network = resumed.map(
                        checkpoint -> RecurrentAutoencoder.of(plan.model(), checkpoint.weights()))
                .orElseGet(() -> RecurrentAutoencoder.initialized(plan.model(), random.derive("initialization")));
        List<Curriculum.Lesson> lessons = plan.curriculum().lessons();
        ProgressClock clock = clock(monitor);
        for (int number = first; number <= lessons.size(); number++) {
            Optional<Curriculum.Lesson> lesson =
                    number < lessons.size() ? Optional.of(lessons.get(number)) : Optional.empty();
            RandomSource chance = lesson.isPresent() ? random.derive("lesson", number) : random.derive("phase");
            List<NamedArray> weights;
            try (SequencePhase phase = new SequencePhase(plan, lesson, network, windows, chance)) {
                Optional<Checkpoint> own = number == first ? resumed : Optional.empty();
                own.ifPresent(checkpoint -> phase.restoreOptimizer(checkpoint.optimizer()));
                List<List<NamedArray>> stages = Collections.nCopies(number, List.of());
                new PhaseRun(phase, number, fingerprint, stages, curve, clock, file, checkpointEveryNanos)
                        .run(own.map(Checkpoint::epoch).orElse(0));
                weights = phase.weights();
            }
            network = RecurrentAutoencoder.of(plan.model(), weights);
        }
        return new TrainedSequences(network, curve);
    }

    /** Takes an epoch of a lesson for as much work as it is long. */
    private ProgressClock clock(TrainingMonitor monitor) {
        List<Integer> epochs = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        for (Curriculum.Lesson lesson : plan.curriculum().lessons()) {
            epochs.add(lesson.epochs());
            work.add(plan.curriculum().steps(lesson) / (double) plan.model().steps());
        }
        epochs.add(plan.epochs());
        work.add(1.0);
        return new ProgressClock(epochs, work, monitor);
    }

    private void requireFitting(int[][] window) {
        List<Integer> alphabets = plan.model().alphabets();
        require(
                window.length == alphabets.size(),
                "a window has %d lines, the network %d".formatted(window.length, alphabets.size()));
        for (int line = 0; line < window.length; line++) {
            require(
                    window[line].length == plan.model().steps(),
                    "a window has %d steps, the network %d"
                            .formatted(window[line].length, plan.model().steps()));
            for (int token : window[line]) {
                require(
                        token >= 0 && token < alphabets.get(line),
                        "line %d holds token %d, its alphabet has %d".formatted(line, token, alphabets.get(line)));
            }
        }
    }
}
