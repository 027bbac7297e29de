package diabolo.training;

import diabolo.model.TrainableNetwork;
import diabolo.nn.Optimizer;
import diabolo.nn.OptimizerSpec;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.List;

/**
 * Runs a stage epoch by epoch; its state can be saved and restored between epochs.
 *
 * <p>Owns its network and its optimizer until closed.
 */
final class StageRun implements AutoCloseable {

    /** Updates the weights and gives the loss of the batch before, mean over its examples. */
    @FunctionalInterface
    private interface Update {
        double run(Batch batch, double learningRate);
    }

    private final Stage stage;
    private final TrainableNetwork network;
    private final Examples examples;
    private final RandomSource chance;
    private final Optimizer optimizer;
    private final Gradients gradients;
    private final Update update;

    StageRun(Stage stage, TrainableNetwork network, Examples examples, RandomSource chance) {
        this.stage = stage;
        this.network = network;
        this.examples = examples;
        this.chance = chance;
        this.optimizer = stage.schedule().optimizer().over(network.parameters());
        this.gradients = Gradients.of(network, stage.objective());
        this.update =
                gradients instanceof BoltzmannMachine machine && isPlainDescent() ? machine::learn : this::descend;
    }

    private boolean isPlainDescent() {
        return stage.schedule().optimizer().equals(OptimizerSpec.GradientDescent.PLAIN)
                && stage.schedule().clipping().equals(Clipping.NONE);
    }

    /** Runs an epoch, of which the last may be incomplete, and gives its loss, the mean over its examples. */
    double runEpoch(int epoch) {
        int[] order = chance.derive("order", epoch).permutation(examples.count());
        int batches = schedule().batches(examples.count());
        long before = (long) epoch * batches;
        long last = Math.min(batches, schedule().length().updates(batches) - before);
        double total = 0;
        int seen = 0;
        for (int batch = 0; batch < last; batch++) {
            int from = batch * schedule().batchSize();
            int to = Math.min(examples.count(), from + schedule().batchSize());
            total += (to - from) * runUpdate(order, from, to, new Batch.Position(chance, epoch, batch, before + batch));
            seen += to - from;
        }
        return total / seen;
    }

    private double runUpdate(int[] order, int from, int to, Batch.Position position) {
        try (TensorScope _ = TensorScope.open()) {
            Batch batch = examples.batch(order, from, to, stage.excerpts(), position);
            return update.run(batch, schedule().rateAfter(position.updates(), examples.count()));
        }
    }

    private double descend(Batch batch, double learningRate) {
        double loss = gradients.of(batch);
        if (schedule().clipping().clip(network.parameters().gradients())) {
            optimizer.update(learningRate, loss, () -> {
                try (TensorScope _ = TensorScope.open()) {
                    return gradients.of(batch);
                }
            });
        }
        return loss;
    }

    /** The loss of other examples with the weights as they are, mean over the examples. */
    double loss(Examples others, RandomSource random) {
        return switch (stage.objective()) {
            case Objective.LowerBound bound ->
                new EvidenceLowerBound(network.autoencoder().orElseThrow(), bound)
                        .measure(others, random)
                        .loss();
            case Objective.Classification classification ->
                new CrossEntropy(network.classifier().orElseThrow(), classification).measure(others, random);
            case Objective.Diffusion diffusion ->
                new VelocityLoss(network.denoiser().orElseThrow(), diffusion).measure(others, random);
            case Objective.Inpainting inpainting ->
                new InpaintingLoss(network.inpainter().orElseThrow(), inpainting).measure(others, random);
            case Objective.ContrastiveDivergence _ ->
                throw new IllegalArgumentException(
                        "a Boltzmann machine has no loss that can be measured on held-out examples; validate the whole network");
        };
    }

    TrainableNetwork network() {
        return network;
    }

    Stage stage() {
        return stage;
    }

    private Schedule schedule() {
        return stage.schedule();
    }

    /** The greatest number of epochs. */
    int epochs() {
        return schedule().epochs(examples.count());
    }

    /** At the beginning of an epoch. */
    double learningRate(int epoch) {
        return schedule().rateAfter((long) epoch * schedule().batches(examples.count()), examples.count());
    }

    List<NamedArray> weights() {
        return network.parameters().toArrays();
    }

    List<NamedArray> optimizerState() {
        return optimizer.state();
    }

    void restoreOptimizer(List<NamedArray> state) {
        optimizer.restore(state);
    }

    @Override
    public void close() {
        optimizer.close();
        network.close();
    }
}
