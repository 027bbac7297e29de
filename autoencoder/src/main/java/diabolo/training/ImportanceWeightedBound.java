package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.CodeNoise;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Posterior;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A tighter lower bound on the log-likelihood of examples under a variational autoencoder than the {@link EvidenceLowerBound}: the
 * logarithm of the mean importance weight of k samples of the posterior, log 1/k Σ p(x, z) / q(z | x) (Burda, Grosse and Salakhutdinov
 * 2016, "Importance Weighted Autoencoders", equation 8).
 *
 * <pre>{@code
 * double nats = new ImportanceWeightedBound(network, 100).of(digits, RandomSource.of(1)); // -98.2
 * }</pre>
 *
 * <p>With one sample its expectation is the evidence lower bound; with more it rises towards the log-likelihood itself. Cells are
 * taken for probabilities, as the cross-entropy does. Measures, and trains nothing.
 *
 * @param network with a Gaussian bottleneck; it stays the caller's
 * @param samples of the posterior of each example, 1 to 100,000
 */
public record ImportanceWeightedBound(DenseAutoencoder network, int samples) {

    /** Codes decoded at once, which bounds memory. */
    private static final int ROWS_AT_ONCE = 4096;

    public ImportanceWeightedBound {
        requireBetween("samples", samples, 1, 100_000);
        require(
                network.spec().bottleneck().isVariational(),
                "importance weights are of samples of a posterior, and a bottleneck %s has none; choose GAUSSIAN"
                        .formatted(network.spec().bottleneck().text()));
    }

    /**
     * The bound in nats, mean over the examples.
     *
     * @param frames [examples][frameSize], one or more
     * @param random of all samples
     * @throws IllegalArgumentException if there are no examples, or they do not fit the network
     */
    public double of(float[][] frames, RandomSource random) {
        return of(frames, first -> random.derive("importance weights", first));
    }

    private double of(float[][] frames, IntFunction<RandomSource> chance) {
        require(frames.length > 0, "at least one example is needed to measure a bound, there was none");
        int atOnce = Math.max(1, ROWS_AT_ONCE / samples);
        double total = 0;
        for (int from = 0; from < frames.length; from += atOnce) {
            float[][] some = Arrays.copyOfRange(frames, from, Math.min(frames.length, from + atOnce));
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                Tensor noise = torch.empty(
                                (long) some.length * samples, network.spec().codeSize())
                        .normal_(0, 1, chance.apply(from).tensorGenerator());
                total += ofEach(FrameTensors.of(some), noise).sum().item_double();
            }
        }
        return total / frames.length;
    }

    /**
     * The bounds of a few examples.
     *
     * @param frames [batch, frameSize]
     * @param noise of N(0, I), all samples of the first example first: [batch · samples, codeSize]
     * @return [batch]
     */
    Tensor ofEach(Tensor frames, Tensor noise) {
        Posterior posterior = network.posterior(frames, CodeNoise.NONE);
        Tensor mean = repeated(posterior.mean()); // [batch · samples, codeSize]
        Tensor deviation = repeated(posterior.deviation().orElseThrow());
        Tensor codes = mean.add(deviation.mul(noise));
        Tensor likelihood = torch.binary_cross_entropy_with_logits(
                        network.decoderSums(codes), repeated(frames), new TensorOptional(), new TensorOptional(), 0)
                .sum(1)
                .neg(); // log p(x | z): [batch · samples]
        Tensor prior = noise.square()
                .sub(codes.square())
                .mul(new Scalar(0.5))
                .add(deviation.log())
                .sum(1); // log p(z) - log q(z | x): the constants cancel
        return likelihood.add(prior).view(frames.size(0), samples).logsumexp(1).sub(new Scalar(Math.log(samples)));
    }

    private Tensor repeated(Tensor rows) {
        return rows.repeat_interleave(
                samples, new org.bytedeco.pytorch.LongOptional(0), new org.bytedeco.pytorch.LongOptional());
    }
}
