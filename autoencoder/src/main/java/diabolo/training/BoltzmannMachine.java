package diabolo.training;

import diabolo.model.DenseAutoencoder;
import diabolo.nn.DenseLayer;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A restricted Boltzmann machine, trained by contrastive divergence: greedy pre-training as in DeepHear.
 *
 * <p>Visible and hidden units are binary and stochastic, connected by the same weights in both directions. The gradient is the
 * difference between the correlations of the data and those of k steps of Gibbs sampling from them (Hinton 2002; Hinton 2010, "A
 * practical guide", sections 3 and 4). The result is a tied sigmoid {@link DenseAutoencoder} of one layer.
 *
 * <p>When not to use it: contrastive divergence is not the gradient of any loss, so only the reconstruction error can be monitored;
 * and values between 0 and 1 are taken as probabilities of a bit.
 */
final class BoltzmannMachine implements Gradients {

    private static final long SUM = 2; // at::Reduction::Sum

    private final int k;
    private final DenseLayer toHidden;
    private final DenseLayer toVisible;

    /** @param network of one layer, with the weights and both biases */
    BoltzmannMachine(DenseAutoencoder network, int k) {
        this.k = k;
        this.toHidden = network.encoderLayer(0);
        this.toVisible = network.decoderLayer(0);
        network.parameters().gradients(); // so that each parameter has its own
    }

    /**
     * Both ends of the Gibbs chain.
     *
     * @param data [batch, visible]
     * @param dataHidden [batch, hidden]
     * @param visible [batch, visible]
     * @param hidden [batch, hidden]
     */
    private record Chain(Tensor data, Tensor dataHidden, Tensor visible, Tensor hidden) {

        /** The squared error of the last reconstruction, mean over the examples. */
        double error() {
            return torch.mse_loss(visible, data, SUM).item_double() / data.size(0);
        }
    }

    private Chain chain(Batch batch) {
        Batch.Position position = batch.position();
        GeneratorOptional generator = position.chance()
                .derive("chance of epoch " + position.epoch(), position.batch())
                .tensorGenerator();
        Tensor data = batch.examples(); // [batch, visible]
        Tensor dataHidden = torch.sigmoid(hiddenSums(data)); // [batch, hidden]
        Tensor hidden = dataHidden;
        Tensor visible = data;
        for (int step = 0; step < k; step++) {
            visible = torch.sigmoid(visibleSums(torch.bernoulli(hidden, generator))); // [batch, visible]
            hidden = torch.sigmoid(hiddenSums(torch.bernoulli(visible, generator))); // [batch, hidden]
        }
        return new Chain(data, dataHidden, visible, hidden);
    }

    private Tensor hiddenSums(Tensor visible) {
        return torch.addmm(toHidden.bias(), visible, toHidden.weight().t());
    }

    private Tensor visibleSums(Tensor hidden) {
        return torch.addmm(toVisible.bias(), hidden, toHidden.weight());
    }

    /** Sets the negative contrastive divergence as gradients. */
    @Override
    public double of(Batch batch) {
        try (NoGradGuard _ = new NoGradGuard()) {
            Chain chain = chain(batch);
            toHidden.weight().grad().zero_();
            toHidden.bias().grad().zero_();
            toVisible.bias().grad().zero_();
            move(
                    toHidden.weight().grad(),
                    toHidden.bias().grad(),
                    toVisible.bias().grad(),
                    chain,
                    -1.0);
            return chain.error();
        }
    }

    /** As {@link #of} followed by plain gradient descent, without storing gradients. */
    double learn(Batch batch, double learningRate) {
        try (NoGradGuard _ = new NoGradGuard()) {
            Chain chain = chain(batch);
            move(toHidden.weight(), toHidden.bias(), toVisible.bias(), chain, learningRate);
            return chain.error();
        }
    }

    /** Adds a multiple of the contrastive divergence. */
    private static void move(Tensor weight, Tensor hiddenBias, Tensor visibleBias, Chain chain, double factor) {
        Scalar one = new Scalar(1);
        Scalar towards = new Scalar(factor / chain.data().size(0));
        Scalar away = new Scalar(-factor / chain.data().size(0));
        weight.addmm_(chain.dataHidden().t(), chain.data(), one, towards); // [hidden, visible]
        weight.addmm_(chain.hidden().t(), chain.visible(), one, away);
        hiddenBias.add_(chain.dataHidden().sub(chain.hidden()).sum(0), towards); // [hidden]
        visibleBias.add_(chain.data().sub(chain.visible()).sum(0), towards); // [visible]
    }
}
