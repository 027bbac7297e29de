package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.DenseAutoencoder;
import diabolo.nn.DenseLayer;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.List;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A restricted Boltzmann machine, trained by contrastive divergence: the stage of a cascade as DeepHear had it.
 *
 * <p>Visible and hidden units are binary and stochastic; the hidden ones see the visible through the weights, and the
 * visible ones the hidden through the same weights. Data pull the weights one way, what the machine itself makes of the
 * data after k steps back and forth the other way (Hinton 2002; Hinton 2010, "A practical guide", sections 3 and 4). What is
 * learned has the form of a tied sigmoid {@link DenseAutoencoder}, and is handed on as one.
 *
 * <p>When not to use it: contrastive divergence does not go down the gradient of any loss, so it can only be watched by its
 * reconstructions; and values between 0 and 1 are taken as probabilities of a bit.
 */
final class RestrictedBoltzmannMachine implements Phase {

    /**
     * How a machine is trained.
     *
     * @param k steps back and forth, 1 to 100
     * @param learningRate positive
     */
    record Settings(int k, int epochs, int batchSize, double learningRate) {
        Settings {
            requireBetween("k", k, 1, 100);
            requireBetween("epochs", epochs, 0, 1_000_000);
            requireBetween("batchSize", batchSize, 1, 65_536);
            require(learningRate > 0, "learningRate must be positive, was " + learningRate);
        }
    }

    private final String name;
    private final DenseAutoencoder network;
    private final Examples examples;
    private final Settings settings;
    private final RandomSource random;
    private final DenseLayer toHidden;
    private final DenseLayer toVisible;

    /** Takes over the network, which holds the weights and both biases: closing the phase closes it. */
    RestrictedBoltzmannMachine(
            String name, DenseAutoencoder network, float[][] frames, Settings settings, RandomSource random) {
        this.name = name;
        this.network = network;
        this.examples = Examples.of(frames);
        this.settings = settings;
        this.random = random;
        this.toHidden = network.encoderLayer(0);
        this.toVisible = network.decoderLayer(0);
    }

    @Override
    public double runEpoch(int epoch) {
        int[] order = examples.order(random.derive("order", epoch));
        double total = 0;
        for (int batch = 0; batch < examples.batches(settings.batchSize()); batch++) {
            total += runUpdate(order, batch, random.derive("chance of epoch " + epoch, batch));
        }
        return total / examples.count();
    }

    /** One update by CD-k; gives the squared error of the last reconstruction, summed over the batch. */
    private double runUpdate(int[] order, int batch, RandomSource chance) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            GeneratorOptional generator = chance.tensorGenerator();
            Tensor data = examples.batch(order, batch, settings.batchSize()); // [batch, visible]
            Tensor dataHidden = torch.sigmoid(hiddenSums(data)); // [batch, hidden]
            Tensor hidden = dataHidden;
            Tensor visible = data;
            for (int step = 0; step < settings.k(); step++) {
                visible = torch.sigmoid(visibleSums(torch.bernoulli(hidden, generator))); // [batch, visible]
                hidden = torch.sigmoid(hiddenSums(torch.bernoulli(visible, generator))); // [batch, hidden]
            }
            learn(data, dataHidden, visible, hidden);
            return torch.mse_loss(visible, data, 2).item_double();
        }
    }

    private Tensor hiddenSums(Tensor visible) {
        return torch.addmm(toHidden.bias(), visible, toHidden.weight().t());
    }

    private Tensor visibleSums(Tensor hidden) {
        return torch.addmm(toVisible.bias(), hidden, toHidden.weight());
    }

    /** Towards the data, away from what the machine made of them. */
    private void learn(Tensor data, Tensor dataHidden, Tensor visible, Tensor hidden) {
        Scalar one = new Scalar(1);
        Scalar towards = new Scalar(settings.learningRate() / data.size(0));
        Scalar away = new Scalar(-settings.learningRate() / data.size(0));
        Tensor weight = toHidden.weight(); // [hidden, visible]
        weight.addmm_(dataHidden.t(), data, one, towards);
        weight.addmm_(hidden.t(), visible, one, away);
        toHidden.bias().add_(dataHidden.sub(hidden).sum(0), towards); // [hidden]
        toVisible.bias().add_(data.sub(visible).sum(0), towards); // [visible]
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int epochs() {
        return settings.epochs();
    }

    @Override
    public int exampleCount() {
        return examples.count();
    }

    @Override
    public EarlyStopping earlyStopping() {
        return EarlyStopping.NEVER;
    }

    @Override
    public double learningRate(int epoch) {
        return settings.learningRate();
    }

    @Override
    public List<NamedArray> weights() {
        return network.parameters().toArrays();
    }

    @Override
    public List<NamedArray> optimizerState() {
        return List.of();
    }

    @Override
    public void restoreOptimizer(List<NamedArray> state) {
        // the weights are all the state there is
    }

    @Override
    public void close() {
        examples.close();
        network.close();
    }
}
