package diabolo.training;

import static diabolo.note.Checks.require;

import diabolo.model.Assembly;
import diabolo.model.ClassifierSpec;
import diabolo.model.DenoiserSpec;
import diabolo.model.DenseAutoencoder;
import diabolo.model.InpainterSpec;
import diabolo.model.ModelSpec;
import diabolo.model.NetworkSpec;
import diabolo.model.TrainableNetwork;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a network by a plan, stage by stage.
 *
 * <pre>{@code
 * try (Trained trained = new Trainer(plan).train(Examples.of(frames), TrainingMonitor.SILENT)) {
 *     trained.network().encode(frames);
 * }
 * }</pre>
 *
 * <p>With a checkpoint file a killed training resumes and ends with the same weights, bit for bit, on the same kind of machine.
 * Immutable, and safe for several threads: each training runs on the thread of its caller, over multi-threaded libtorch, and two at once
 * end with the weights that they have alone. What is trained belongs to the caller, who closes it.
 */
public final class Trainer {

    /** Writing one takes about a second for a large network. */
    private static final long CHECKPOINT_EVERY_NANOS = 20_000_000_000L;

    private final TrainingPlan plan;
    private final RandomSource random;
    private final List<NamedArray> initial; // none for random ones
    private final Optional<HeldOut> heldOut;
    private final Observer observer;
    private final long checkpointEveryNanos;

    public Trainer(TrainingPlan plan) {
        this(plan, List.of(), Optional.empty(), (_, _, _) -> {}, CHECKPOINT_EVERY_NANOS);
    }

    private Trainer(
            TrainingPlan plan,
            List<NamedArray> initial,
            Optional<HeldOut> heldOut,
            Observer observer,
            long checkpointEveryNanos) {
        this.plan = plan;
        this.random = RandomSource.of(plan.seed());
        this.initial = List.copyOf(initial);
        this.heldOut = heldOut;
        this.observer = observer;
        this.checkpointEveryNanos = checkpointEveryNanos;
    }

    /**
     * Starts from the weights of a trained network instead of random ones.
     *
     * @throws IllegalArgumentException if the plan trains layers one by one, which start from random weights
     */
    public Trainer startingFrom(List<NamedArray> weights) {
        require(
                plan.stages().stream().noneMatch(stage -> stage.scope() instanceof Scope.Layer),
                "training that starts from the weights of a network has no pre-training of layers; leave one of them out");
        return new Trainer(plan, weights, heldOut, observer, checkpointEveryNanos);
    }

    /** Ends with the weights of the last stage that are best on held-out examples. */
    public Trainer validatedOn(HeldOut other) {
        return new Trainer(plan, initial, Optional.of(other), observer, checkpointEveryNanos);
    }

    /** Sees the network between epochs, and may use it but not change it. */
    @FunctionalInterface
    public interface Observer {

        /**
         * Called before a stage, with 0, and after each of its epochs.
         *
         * @param stage counted from 0
         */
        void epochDone(int stage, int epochs, TrainableNetwork network);
    }

    /** Shows the network to an observer after every epoch: its path through the training. */
    public Trainer observedBy(Observer other) {
        return new Trainer(plan, initial, heldOut, other, checkpointEveryNanos);
    }

    /** For tests. */
    Trainer checkpointingEveryEpoch() {
        return new Trainer(plan, initial, heldOut, observer, 0);
    }

    /**
     * Trains from the beginning, without checkpoints.
     *
     * @param examples one or more
     * @throws IllegalArgumentException if they do not fit the network
     */
    public Trained train(Examples examples, TrainingMonitor monitor) {
        try {
            return train(examples, monitor, Optional.empty());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Trains, and writes a checkpoint after the first epoch, about every 20 seconds and at the end of every stage; resumes from that file if it exists.
     *
     * @throws IOException if the checkpoint cannot be written, cannot be read, or belongs to another training
     */
    public Trained trainResumably(Examples examples, TrainingMonitor monitor, Path checkpoint) throws IOException {
        return train(examples, monitor, Optional.of(checkpoint));
    }

    private Trained train(Examples examples, TrainingMonitor monitor, Optional<Path> file) throws IOException {
        requireTrainable(examples);
        String fingerprint = Fingerprint.of(plan, initial, heldOut, examples);
        if (file.isPresent()) {
            PlanFile.write(plan, file.get());
        }
        Optional<Checkpoint> resumed = file.isPresent() ? Checkpoint.read(file.get(), fingerprint) : Optional.empty();
        List<List<NamedArray>> layers =
                new ArrayList<>(resumed.map(Checkpoint::layers).orElse(List.of()));
        List<CurvePoint> curve = new ArrayList<>(resumed.map(Checkpoint::curve).orElse(List.of()));
        Progress progress =
                new Progress(fingerprint, layers, curve, new ProgressClock(plan, examples.count(), monitor), file);
        Optional<List<NamedArray>> whole = initial.isEmpty() ? Optional.empty() : Optional.of(initial);
        int first = resumed.map(Checkpoint::stage).orElse(0);
        for (int number = first; number < plan.stages().size(); number++) {
            Optional<Checkpoint> here = number == first ? resumed : Optional.empty();
            List<NamedArray> begin = here.map(Checkpoint::weights).orElse(whole.orElse(List.of()));
            List<NamedArray> weights = runStage(number, begin, examples, here, progress);
            switch (plan.stages().get(number).scope()) {
                case Scope.Layer _ -> layers.add(weights);
                case Scope.Whole _, Scope.Decoder _ -> whole = Optional.of(weights);
            }
        }
        List<NamedArray> weights = whole.orElseGet(() -> firstWeights(Scope.WHOLE, layers));
        return new Trained(TrainableNetwork.of(plan.model(), weights), layers, curve);
    }

    private void requireTrainable(Examples examples) {
        require(examples.count() > 0, "at least one example is needed to train, there was none");
        examples.requireFitting(plan.model());
        heldOut.ifPresent(held -> held.examples().requireFitting(plan.model()));
        for (Stage stage : plan.stages()) {
            require(
                    !(stage.schedule().optimizer() instanceof OptimizerSpec.Lbfgs)
                            || stage.schedule().batchSize() >= examples.count(),
                    "L-BFGS takes all %d examples in one batch, but batchSize is %d; choose a larger batchSize, or Adam"
                            .formatted(examples.count(), stage.schedule().batchSize()));
        }
    }

    /**
     * The state of a training.
     *
     * @param layers the weights of pre-trained layers
     */
    private record Progress(
            String fingerprint,
            List<List<NamedArray>> layers,
            List<CurvePoint> curve,
            ProgressClock clock,
            Optional<Path> file) {

        void write(int stage, int epochsDone, StageRun run, Optional<BestWeights> best) throws IOException {
            if (file.isPresent()) {
                new Checkpoint(
                                fingerprint,
                                stage,
                                epochsDone,
                                layers,
                                run.weights(),
                                run.optimizerState(),
                                curve,
                                best.map(BestWeights::state))
                        .write(file.get());
            }
        }

        List<Double> losses(int stage) {
            return curve.stream()
                    .filter(point -> point.phase() == stage)
                    .map(CurvePoint::loss)
                    .toList();
        }
    }

    /**
     * Runs a stage from its first epoch, or from a checkpoint.
     *
     * @param begin initial weights; none if the stage is the first of its network
     * @return the trained weights
     */
    private List<NamedArray> runStage(
            int number, List<NamedArray> begin, Examples examples, Optional<Checkpoint> resumed, Progress progress)
            throws IOException {
        Stage stage = plan.stages().get(number);
        NetworkSpec spec = specOf(stage.scope());
        List<NamedArray> weights = begin.isEmpty() ? firstWeights(stage.scope(), progress.layers()) : begin;
        try (StageRun run = new StageRun(
                stage,
                TrainableNetwork.of(spec, weights),
                below(stage.scope(), examples, progress.layers()),
                chanceOf(number))) {
            resumed.ifPresent(checkpoint -> run.restoreOptimizer(checkpoint.optimizer()));
            long written = System.nanoTime() - checkpointEveryNanos; // the first epoch is kept at once
            int epoch = resumed.map(Checkpoint::epoch).orElse(0);
            Optional<BestWeights> best = heldOut.filter(
                            _ -> number == plan.stages().size() - 1)
                    .map(held -> new BestWeights(held, random.derive("held out"), resumed.flatMap(Checkpoint::best)));
            measure(best, run, epoch);
            observer.epochDone(number, epoch, run.network());
            for (boolean over = isOver(number, epoch, run, progress, best); !over; ) {
                double loss = run.runEpoch(epoch);
                requireFinite(loss, stage, epoch);
                progress.curve().add(new CurvePoint(number, epoch + 1, loss, run.learningRate(epoch)));
                epoch++;
                progress.clock().epochDone(number, epoch, loss);
                measure(best, run, epoch);
                observer.epochDone(number, epoch, run.network());
                over = isOver(number, epoch, run, progress, best);
                if (over || System.nanoTime() - written > checkpointEveryNanos) {
                    progress.write(number, epoch, run, best);
                    written = System.nanoTime();
                }
            }
            return best.map(BestWeights::weights).orElseGet(run::weights);
        }
    }

    private static void measure(Optional<BestWeights> best, StageRun run, int epochsDone) {
        if (best.isPresent()) {
            best.get().measure(run, epochsDone);
        }
    }

    private static boolean isOver(
            int number, int epochsDone, StageRun run, Progress progress, Optional<BestWeights> best) {
        return epochsDone >= run.epochs()
                || best.map(BestWeights::isTimeToStop).orElse(false)
                || run.stage().schedule().earlyStopping().isTime(progress.losses(number));
    }

    private static void requireFinite(double loss, Stage stage, int epoch) {
        require(
                Double.isFinite(loss),
                "the loss of %s became %s in epoch %d; choose a lower learning rate"
                        .formatted(stage.name(), loss, epoch + 1));
    }

    private NetworkSpec specOf(Scope scope) {
        return switch (scope) {
            case Scope.Layer(int number) -> plan.model().layer(number);
            case Scope.Whole _, Scope.Decoder _ -> plan.model();
        };
    }

    private List<NamedArray> firstWeights(Scope scope, List<List<NamedArray>> layers) {
        return switch (scope) {
            case Scope.Layer(int number) ->
                specOf(scope).firstWeights(plan.initialization(), random.derive("initialization of stage", number));
            case Scope.Whole _, Scope.Decoder _ -> {
                List<NamedArray> initial =
                        plan.model().firstWeights(plan.initialization(), random.derive("initialization"));
                yield layers.isEmpty() ? initial : assembled(initial, layers);
            }
        };
    }

    private List<NamedArray> assembled(List<NamedArray> initial, List<List<NamedArray>> layers) {
        return switch (plan.model()) {
            case ModelSpec model -> Assembly.weights(model, layers);
            case ClassifierSpec classifier -> classifier.assembled(initial, layers);
            case DenoiserSpec _, InpainterSpec _ -> initial;
        };
    }

    /** The examples of a stage, encoded by the layers below its own. */
    private Examples below(Scope scope, Examples examples, List<List<NamedArray>> layers) {
        Examples states = scope instanceof Scope.Layer ? examples.withoutClasses() : examples;
        for (int below = 0; scope instanceof Scope.Layer(int number) && below < number; below++) {
            try (DenseAutoencoder layer = DenseAutoencoder.of(plan.model().layer(below), layers.get(below))) {
                states = states.statesOf(layer);
            }
        }
        return states;
    }

    /** Lessons have another name, so that their number does not change the randomness of the other stages. */
    private RandomSource chanceOf(int number) {
        List<Stage> stages = plan.stages();
        if (!stages.get(number).excerpts().isWhole()) {
            return random.derive("lesson", number);
        }
        return random.derive(
                "phase",
                stages.subList(0, number).stream()
                        .filter(stage -> stage.excerpts().isWhole())
                        .count());
    }
}
