package diabolo.training;

import diabolo.model.DenseAutoencoder;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Learns to copy the examples by gradients: a stage of the cascade by a small autoencoder, or the whole network. */
final class GradientPhase extends OptimizedPhase {

    private final String name;
    private final DenseAutoencoder network;
    private final Examples examples;
    private final TrainingSpec spec;
    private final RandomSource random;
    private final Optional<Examples> labels;

    /** Takes over the network: closing the phase closes it. */
    GradientPhase(String name, DenseAutoencoder network, float[][] frames, TrainingSpec spec, RandomSource random) {
        this(name, network, Examples.of(frames), Optional.empty(), spec, random);
    }

    private GradientPhase(
            String name,
            DenseAutoencoder network,
            Examples examples,
            Optional<Examples> labels,
            TrainingSpec spec,
            RandomSource random) {
        super(network.parameters());
        this.name = name;
        this.network = network;
        this.examples = examples;
        this.labels = labels;
        this.spec = spec;
        this.random = random;
    }

    /** Trains the decoder alone, from given codes instead of the encoder's. */
    static GradientPhase fromLabels(
            DenseAutoencoder network, float[][] labels, float[][] frames, TrainingSpec spec, RandomSource random) {
        return new GradientPhase(
                "decoder from labels", network, Examples.of(frames), Optional.of(Examples.of(labels)), spec, random);
    }

    @Override
    public double runEpoch(int epoch) {
        int[] order = examples.order(random.derive("order", epoch));
        int batches = examples.batches(spec.batchSize());
        double total = 0;
        for (int batch = 0; batch < batches; batch++) {
            double done = (epoch + (double) batch / batches) / Math.max(1, spec.epochs());
            total += runUpdate(
                    order,
                    batch,
                    (long) epoch * batches + batch,
                    spec.learningRate().at(done));
        }
        return total / examples.count();
    }

    /** One update; gives the loss summed over the batch. */
    private double runUpdate(int[] order, int batch, long updates, double rate) {
        RandomSource noise = random.derive("noise", updates);
        try (TensorScope _ = TensorScope.open()) {
            Tensor frames = examples.batch(order, batch, spec.batchSize()); // [batch, frameSize]
            double loss =
                    switch (network.spec().bottleneck()) {
                        case GAUSSIAN ->
                            new EvidenceLowerBound(network, spec.loss(), spec.regularizer())
                                    .run(frames, updates, noise)
                                    .loss();
                        case PLAIN -> backpropagate(order, batch, frames, noise);
                    };
            adam.update(rate);
            return loss * frames.size(0);
        }
    }

    private double backpropagate(int[] order, int batch, Tensor frames, RandomSource noise) {
        Backpropagation gradients = new Backpropagation(network, spec.loss(), sums -> noisy(sums, noise));
        return labels.map(some -> some.batch(order, batch, spec.batchSize())) // [batch, codeSize]
                .map(codes -> gradients.runDecoder(codes, frames))
                .orElseGet(() -> gradients.run(frames));
    }

    private Tensor noisy(Tensor sums, RandomSource noise) {
        if (spec.codeNoise() == 0) {
            return sums; // [batch, codeSize]
        }
        Tensor gaussian = torch.empty_like(sums).normal_(0, spec.codeNoise(), noise.tensorGenerator());
        return sums.add(gaussian); // [batch, codeSize]
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int epochs() {
        return spec.epochs();
    }

    @Override
    public int exampleCount() {
        return examples.count();
    }

    @Override
    public EarlyStopping earlyStopping() {
        return spec.earlyStopping();
    }

    @Override
    public double learningRate(int epoch) {
        return spec.learningRate().at((double) epoch / Math.max(1, spec.epochs()));
    }

    @Override
    public void close() {
        adam.close();
        labels.ifPresent(Examples::close);
        examples.close();
        network.close();
    }
}
