package diabolo.model;

import diabolo.tensor.RandomSource;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The posterior of each example of a batch: a normal distribution with diagonal covariance, or a point.
 *
 * <pre>{@code
 * Posterior posterior = network.posterior(frames);
 * Tensor codes = posterior.sample(random.derive("code")); // [batch, codeSize]
 * posterior.divergence();                                 // [batch], in nats; none for a point
 * }</pre>
 *
 * <p>Its tensors belong to the scope in which it was made. {@link PosteriorArrays} is the same in plain arrays.
 *
 * @param mean [batch, codeSize]
 * @param deviation standard deviations: [batch, codeSize]; none with a plain bottleneck, or where its weights are missing
 */
public record Posterior(Tensor mean, Optional<Tensor> deviation) {

    /**
     * A sample of each example by the reparameterization trick, mean + deviation · noise (Kingma and Welling 2014, section 2.4);
     * the mean where there is no deviation.
     *
     * @return [batch, codeSize]
     */
    public Tensor sample(RandomSource random) {
        return deviation.map(some -> sample(some, random)).orElse(mean);
    }

    private Tensor sample(Tensor some, RandomSource random) {
        Tensor noise = torch.empty_like(mean.detach()).normal_(0, 1, random.tensorGenerator());
        return mean.add(some.mul(noise));
    }

    /**
     * KL(N(mean, deviation²) ‖ N(0, I)) of each example, in nats (Kingma and Welling 2014, appendix B).
     *
     * @return [batch]; none where there is no deviation
     */
    public Optional<Tensor> divergence() {
        return deviation.map(some -> mean.square()
                .add(some.square())
                .sub(some.log(), new Scalar(2.0))
                .sub(new Scalar(1.0))
                .sum(1)
                .mul(new Scalar(0.5)));
    }
}
