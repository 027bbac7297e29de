package diabolo.training;

import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Learns to copy windows of tokens. */
final class SequencePhase extends OptimizedPhase {

    private final SequencePlan plan;
    private final RecurrentAutoencoder network;
    private final List<int[][]> windows;
    private final RandomSource random;
    private final SequenceUpdate update;

    /** Takes over the network: closing the phase closes it. */
    SequencePhase(SequencePlan plan, RecurrentAutoencoder network, List<int[][]> windows, RandomSource random) {
        super(network.parameters());
        this.plan = plan;
        this.network = network;
        this.windows = windows;
        this.random = random;
        this.update = new SequenceUpdate(network, adam, plan.regularizer());
    }

    @Override
    public double runEpoch(int epoch) {
        int[] order = random.derive("order", epoch).permutation(windows.size());
        int batches = Math.ceilDiv(windows.size(), plan.batchSize());
        double total = 0;
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * plan.batchSize();
            int to = Math.min(windows.size(), from + plan.batchSize());
            total += (to - from) * runUpdate(order, from, to, (long) epoch * batches + batch, batches);
        }
        return total / windows.size();
    }

    private double runUpdate(int[] order, int from, int to, long updates, int batches) {
        RandomSource chance = random.derive("update", updates);
        RandomGenerator transposition = chance.derive("transposition").generator();
        List<int[][]> batch = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            batch.add(
                    plan.transposition().of(windows.get(order[i]), plan.model().alphabets(), transposition));
        }
        double done = updates / ((double) plan.epochs() * batches);
        SequenceUpdate.Course course = new SequenceUpdate.Course(
                updates, plan.learningRate().at(done), plan.scheduledSampling().probabilityAfter(updates));
        try (TensorScope _ = TensorScope.open()) {
            return update.run(TokenTensors.of(batch), course, chance).loss();
        }
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public int epochs() {
        return plan.epochs();
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
        return plan.learningRate().at((double) epoch / Math.max(1, plan.epochs()));
    }

    @Override
    public void close() {
        adam.close();
        network.close();
    }
}
