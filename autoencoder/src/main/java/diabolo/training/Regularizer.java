package diabolo.training;

import static diabolo.note.Checks.require;

import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * How hard a variational autoencoder is pulled towards its prior N(0, I): the weight of the Kullback-Leibler divergence in
 * the loss, and how much of it is free.
 *
 * <pre>{@code
 * new Regularizer(0.2, 0.99999, 48); // MusicVAE's two-bar models (Roberts et al. 2018, section 5)
 * }</pre>
 *
 * <p>The free bits are of an example's whole divergence, not of each number's, as in MusicVAE's code.
 *
 * @param beta the weight that it comes to, 0 or more (Higgins et al. 2017)
 * @param rate after so many updates t the weight is (1 - rate^t) · beta; 0 for all of it from the beginning, below 1
 * @param freeBits of divergence that cost nothing, 0 or more (Kingma et al. 2016)
 */
public record Regularizer(double beta, double rate, double freeBits) {

    /** The evidence lower bound as it is: all of the divergence, from the beginning (Kingma and Welling 2014). */
    public static final Regularizer EVIDENCE_LOWER_BOUND = new Regularizer(1, 0, 0);

    public Regularizer {
        require(beta >= 0 && beta <= 1000, "beta must be 0 to 1000, was " + beta);
        require(rate >= 0 && rate < 1, "the rate of beta must be at least 0 and below 1, was " + rate);
        require(freeBits >= 0 && freeBits <= 1e6, "freeBits must be 0 to 1000000, was " + freeBits);
    }

    /** The weight in force after so many updates. */
    double betaAfter(long updates) {
        return rate == 0 ? beta : beta * (1 - Math.pow(rate, (double) updates));
    }

    /**
     * The loss with what the divergence costs.
     *
     * @param reconstruction what the reconstruction costs, averaged over the batch: []
     * @param divergence of each example, in nats: [batch]; none with a plain bottleneck
     * @param updates done before
     * @return []
     */
    Tensor addedTo(Tensor reconstruction, Optional<Tensor> divergence, long updates) {
        return divergence
                .map(each -> reconstruction.add(
                        each.sub(new Scalar(freeBits * Math.log(2)))
                                .clamp_min(new Scalar(0.0))
                                .mean(),
                        new Scalar(betaAfter(updates))))
                .orElse(reconstruction);
    }
}
