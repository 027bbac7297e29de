package diabolo.training;

import diabolo.model.Posterior;
import diabolo.model.TrainableAutoencoder;
import diabolo.nn.GradientTape;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The loss of a batch and its gradients by automatic differentiation: the reconstruction loss of one sample of each posterior, plus
 * the regularizers. With the divergence from the prior among these it is the negative evidence lower bound (Kingma and Welling
 * 2014, equation 10, L = 1).
 *
 * <pre>{@code
 * Objective.LowerBound objective = Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND);
 * new EvidenceLowerBound(network, objective).measure(Examples.of(frames), RandomSource.of(1)).divergence();
 * }</pre>
 *
 * <p>{@link TiedBackpropagation} is faster for one shape of network.
 */
public final class EvidenceLowerBound implements Gradients {

    /**
     * The mean losses of examples, in nats.
     *
     * @param loss the objective
     * @param reconstruction summed over the cells or tokens of an example
     * @param divergence of the posterior from the prior, unweighted; 0 without deviations
     */
    public record Result(double loss, double reconstruction, double divergence) {}

    /** The batch size of measurements, which bounds memory. */
    private static final int EXAMPLES_AT_ONCE = 256;

    private final TrainableAutoencoder network;
    private final Objective.LowerBound objective;
    private final List<Tensor> weights;

    public EvidenceLowerBound(TrainableAutoencoder network, Objective.LowerBound objective) {
        this.network = network;
        this.objective = objective;
        this.weights = network.spec().shapes().entrySet().stream()
                .filter(entry -> entry.getValue().length > 1)
                .map(entry -> network.parameters().tensor(entry.getKey()))
                .toList();
    }

    @Override
    public double of(Batch batch) {
        return run(batch).loss();
    }

    /** Sets the gradients and gives the terms of the loss. */
    Result run(Batch batch) {
        network.parameters().gradients().zero_(); // they are added to
        try (GradientTape tape = network.parameters().record()) {
            Terms terms = terms(batch);
            tape.differentiate(terms.total());
            return terms.result();
        }
    }

    /**
     * Measures the mean losses of examples with fixed weights, one sample each, and with annealing at its end. Without deviations
     * the codes are the encoder's and the divergence is 0.
     *
     * @param examples one or more
     * @param random of all samples
     */
    public Result measure(Examples examples, RandomSource random) {
        int[] order = IntStream.range(0, examples.count()).toArray();
        double total = 0;
        double reconstruction = 0;
        double divergence = 0;
        for (int from = 0; from < order.length; from += EXAMPLES_AT_ONCE) {
            int to = Math.min(order.length, from + EXAMPLES_AT_ONCE);
            RandomSource chance = random.derive("portion", from);
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Batch.Position end = new Batch.Position(chance, 0, 0, Long.MAX_VALUE);
                Batch portion = examples.batch(order, from, to, Excerpts.WHOLE, end);
                Result result = terms(portion.with(chance)).result();
                double share = (double) (to - from) / order.length;
                total += share * result.loss();
                reconstruction += share * result.reconstruction();
                divergence += share * result.divergence();
            }
        }
        return new Result(total, reconstruction, divergence);
    }

    /**
     * The loss of a batch and its terms.
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

    private Terms terms(Batch batch) {
        if (batch.labels().isPresent()) {
            Tensor reconstruction = reconstruction(batch.labels().get(), batch);
            return new Terms(reconstruction, reconstruction, Optional.empty());
        }
        Posterior posterior =
                network.posterior(masked(batch, objective.masked()), sums -> noisy(sums, batch.chanceOfCodes()));
        Tensor reconstruction = reconstruction(posterior.sample(batch.chanceOfCodes()), batch); // []
        Optional<Tensor> divergence = posterior.divergence(); // [batch]
        Regularizer.Terms terms = new Regularizer.Terms(
                posterior.mean(), divergence, weights, batch.position().updates());
        Tensor total = reconstruction;
        for (Regularizer regularizer : objective.regularizers()) {
            total = regularizer.addedTo(total, terms);
        }
        return new Terms(total, reconstruction, divergence);
    }

    private Tensor reconstruction(Tensor codes, Batch batch) {
        double ownTokens =
                objective.scheduledSampling().probabilityAfter(batch.position().updates());
        return network.reconstructionLoss(
                codes,
                batch.examples(),
                new TrainableAutoencoder.Reconstruction(objective.loss(), ownTokens, batch.chanceOfTokens()));
    }

    /** The examples as a denoising encoder sees them: [batch, frameSize]. */
    static Tensor masked(Batch batch, double share) {
        if (share == 0) {
            return batch.examples();
        }
        Tensor seen = torch.empty_like(batch.examples())
                .bernoulli_(1 - share, batch.chanceOfCodes().derive("mask").tensorGenerator());
        return batch.examples().mul(seen);
    }

    private Tensor noisy(Tensor sums, RandomSource chance) {
        return noisy(sums, objective.codeNoise(), chance);
    }

    /** Sums with Gaussian noise added: [batch, codeSize]. */
    static Tensor noisy(Tensor sums, double deviation, RandomSource chance) {
        return deviation == 0
                ? sums
                : sums.add(torch.empty_like(sums.detach()).normal_(0, deviation, chance.tensorGenerator()));
    }
}
