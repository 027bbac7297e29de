package diabolo.training;

import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Learns to copy windows of tokens, or excerpts from them. */
final class SequencePhase extends OptimizedPhase {

    private final SequencePlan plan;
    private final Optional<Curriculum.Lesson> lesson;
    private final RecurrentAutoencoder network;
    private final List<int[][]> windows;
    private final RandomSource random;
    private final SequenceUpdate update;

    /**
     * Takes over the network: closing the phase closes it.
     *
     * @param lesson what to learn of the windows; none for all
     */
    SequencePhase(
            SequencePlan plan,
            Optional<Curriculum.Lesson> lesson,
            RecurrentAutoencoder network,
            List<int[][]> windows,
            RandomSource random) {
        super(network.parameters());
        this.plan = plan;
        this.lesson = lesson;
        this.network = network;
        this.windows = windows;
        this.random = random;
        this.update = new SequenceUpdate(network, adam, regularizer());
    }

    /** As much of the divergence is free as the lesson is of a window. */
    private Regularizer regularizer() {
        Regularizer whole = plan.regularizer();
        return lesson.map(some -> new Regularizer(
                        whole.beta(),
                        whole.rate(),
                        whole.freeBits()
                                * plan.curriculum().steps(some)
                                / plan.model().steps()))
                .orElse(whole);
    }

    @Override
    public double runEpoch(int epoch) {
        int[] order = random.derive("order", epoch).permutation(windows.size());
        int batchSize = lesson.map(Curriculum.Lesson::batchSize).orElse(plan.batchSize());
        int batches = Math.ceilDiv(windows.size(), batchSize);
        double total = 0;
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * batchSize;
            int to = Math.min(windows.size(), from + batchSize);
            total += (to - from) * runUpdate(order, from, to, (long) epoch * batches + batch, batches);
        }
        return total / windows.size();
    }

    private double runUpdate(int[] order, int from, int to, long updates, int batches) {
        RandomSource chance = random.derive("update", updates);
        RandomGenerator transposition = chance.derive("transposition").generator();
        RandomGenerator excerpt = chance.derive("excerpt").generator();
        List<int[][]> batch = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            int[][] window = windows.get(order[i]);
            int[][] learned = lesson.map(some -> plan.curriculum().excerpt(window, some, excerpt))
                    .orElse(window);
            batch.add(plan.transposition().of(learned, plan.model().alphabets(), transposition));
        }
        SequenceUpdate.Course course = new SequenceUpdate.Course(
                updates,
                rate((double) updates / batches),
                plan.scheduledSampling().probabilityAfter(updates));
        try (TensorScope _ = TensorScope.open()) {
            return update.run(TokenTensors.of(batch), course, chance).loss();
        }
    }

    @Override
    public String name() {
        return lesson.map(some -> some.bars() == 1 ? "lesson of a bar" : "lesson of %d bars".formatted(some.bars()))
                .orElse("training");
    }

    @Override
    public int epochs() {
        return lesson.map(Curriculum.Lesson::epochs).orElse(plan.epochs());
    }

    @Override
    public int exampleCount() {
        return windows.size();
    }

    @Override
    public EarlyStopping earlyStopping() {
        return EarlyStopping.NEVER;
    }

    @Override
    public double learningRate(int epoch) {
        return rate(epoch);
    }

    /** Lessons are learned at the first rate. */
    private double rate(double epochsDone) {
        return plan.learningRate().at(lesson.isPresent() ? 0 : epochsDone / Math.max(1, plan.epochs()));
    }

    @Override
    public void close() {
        adam.close();
        network.close();
    }
}
