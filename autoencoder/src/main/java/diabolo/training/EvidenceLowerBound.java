package diabolo.training;

import diabolo.model.DenseAutoencoder;
import diabolo.model.Posterior;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * The gradients of a dense variational autoencoder: of the negative evidence lower bound, what the reconstruction of one draw
 * costs and what the posterior costs beyond the prior (Kingma and Welling 2014, equation 10, L = 1).
 *
 * <pre>{@code
 * EvidenceLowerBound bound =
 *         new EvidenceLowerBound(network, Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND);
 * bound.run(frames, 0, random).loss(); // nats of an example
 * adam.update(1e-3);
 * }</pre>
 *
 * <p>Recorded by libtorch, since nothing is tied; {@link Backpropagation} is its counterpart for plain bottlenecks.
 */
public final class EvidenceLowerBound {

    /**
     * What a batch costs with the weights as they are, averaged over its examples, in nats.
     *
     * @param loss what is made small
     * @param reconstruction the loss of the reconstruction, summed over the cells
     * @param divergence of the posterior from the prior, all of it
     */
    public record Result(double loss, double reconstruction, double divergence) {}

    /** So many examples are measured at once, which bounds memory. */
    private static final int EXAMPLES_AT_ONCE = 256;

    private final DenseAutoencoder network;
    private final Loss loss;
    private final Regularizer regularizer;

    public EvidenceLowerBound(DenseAutoencoder network, Loss loss, Regularizer regularizer) {
        this.network = network;
        this.loss = loss;
        this.regularizer = regularizer;
    }

    /**
     * Sets every gradient of the network to that of the mean loss of a batch.
     *
     * @param frames [batch, frameSize]; temporaries belong to the open scope
     * @param updates done before, which annealing asks for
     * @param random of this update alone
     */
    public Result run(Tensor frames, long updates, RandomSource random) {
        Terms terms = terms(frames, updates, random);
        network.parameters().gradients().zero_(); // libtorch adds to what is there
        terms.total().backward();
        return terms.result();
    }

    /**
     * What examples cost on average, one draw each, the weights staying as they are and annealing at its end. A plain network is measured likewise: its
     * codes are drawn without chance and its divergence is 0.
     *
     * @param frames [examples][frameSize], one or more
     * @param random of all draws
     */
    public Result measure(float[][] frames, RandomSource random) {
        double total = 0;
        double reconstruction = 0;
        double divergence = 0;
        for (int from = 0; from < frames.length; from += EXAMPLES_AT_ONCE) {
            float[][] some = Arrays.copyOfRange(frames, from, Math.min(frames.length, from + EXAMPLES_AT_ONCE));
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Result result = terms(FrameTensors.of(some), Long.MAX_VALUE, random.derive("portion", from))
                        .result();
                double share = (double) some.length / frames.length;
                total += share * result.loss();
                reconstruction += share * result.reconstruction();
                divergence += share * result.divergence();
            }
        }
        return new Result(total, reconstruction, divergence);
    }

    /**
     * The loss of a batch and what it is made of.
     *
     * @param total []
     * @param reconstruction []
     * @param divergence [batch]
     */
    private record Terms(Tensor total, Tensor reconstruction, Optional<Tensor> divergence) {
        Result result() {
            return new Result(
                    total.item_double(),
                    reconstruction.item_double(),
                    divergence.map(each -> each.mean().item_double()).orElse(0.0));
        }
    }

    private Terms terms(Tensor frames, long updates, RandomSource random) {
        Posterior posterior = network.posterior(frames);
        Tensor sums = network.decoderSums(posterior.draw(random)); // [batch, frameSize]
        Tensor reconstruction = loss.of(sums, network.spec().output(), frames); // []
        Optional<Tensor> divergence = posterior.divergence(); // [batch]
        return new Terms(regularizer.addedTo(reconstruction, divergence, updates), reconstruction, divergence);
    }
}
