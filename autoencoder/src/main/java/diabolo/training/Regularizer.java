package diabolo.training;

import static diabolo.note.Checks.require;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A term added to the reconstruction loss.
 *
 * <pre>{@code
 * new Regularizer.KullbackLeibler(0.2, 0.99999, 48); // MusicVAE's two-bar models (Roberts et al. 2018, section 5)
 * new Regularizer.SparseActivity(0.05, 3);           // units that are active one time in twenty (Ng 2011)
 * new Regularizer.WeightDecay(1e-4);
 * }</pre>
 */
public sealed interface Regularizer {

    /** The divergence with weight 1: with the reconstruction, the evidence lower bound (Kingma and Welling 2014). */
    KullbackLeibler EVIDENCE_LOWER_BOUND = new KullbackLeibler(1, 0, 0);

    /**
     * The input of regularizers.
     *
     * @param codes the means of the posteriors, or the codes of a deterministic bottleneck: [batch, codeSize]
     * @param divergence of each example, in nats: [batch]; none of a deterministic bottleneck
     * @param weights of all layers, without biases
     * @param updates done before
     */
    record Terms(Tensor codes, Optional<Tensor> divergence, List<Tensor> weights, long updates) {}

    /**
     * A loss plus this term.
     *
     * @param loss averaged over the batch: []
     * @return []
     */
    Tensor addedTo(Tensor loss, Terms terms);

    /**
     * The Kullback-Leibler divergence of a Gaussian bottleneck from its prior N(0, I), weighted and with free bits. It adds nothing
     * for a deterministic bottleneck.
     *
     * <p>The free bits apply to an example's whole divergence, not to each dimension's, as in MusicVAE's code.
     *
     * @param beta the final weight of the divergence, 0 to 1,000 (Higgins et al. 2017)
     * @param rate of annealing: after t updates the weight is (1 - rate^t) · beta; 0 for no annealing, below 1
     * @param freeBits of divergence without cost, 0 or more (Kingma et al. 2016)
     */
    record KullbackLeibler(double beta, double rate, double freeBits) implements Regularizer {
        public KullbackLeibler {
            require(beta >= 0 && beta <= 1000, "beta must be 0 to 1000, was " + beta);
            require(rate >= 0 && rate < 1, "the rate of beta must be at least 0 and below 1, was " + rate);
            require(freeBits >= 0 && freeBits <= 1e6, "freeBits must be 0 to 1000000, was " + freeBits);
        }

        /** The weight after some updates. */
        double betaAfter(long updates) {
            return rate == 0 ? beta : beta * (1 - Math.pow(rate, (double) updates));
        }

        /** With free bits in proportion to an excerpt's share of the whole. */
        public KullbackLeibler ofShare(int steps, int wholeSteps) {
            return new KullbackLeibler(beta, rate, freeBits * steps / wholeSteps);
        }

        @Override
        public Tensor addedTo(Tensor loss, Terms terms) {
            return terms.divergence()
                    .map(each -> loss.add(
                            each.sub(new Scalar(freeBits * Math.log(2)))
                                    .clamp_min(new Scalar(0.0))
                                    .mean(),
                            new Scalar(betaAfter(terms.updates()))))
                    .orElse(loss);
        }
    }

    /**
     * Sparse activity: the divergence of each code unit's mean activation over the batch from a target, as Bernoulli variables (Ng
     * 2011, "Sparse autoencoder", CS294A lecture notes, section 3). For sigmoid codes and large batches.
     *
     * @param target the mean activation ρ, above 0 and below 1, such as 0.05
     * @param weight β, 0 or more
     */
    record SparseActivity(double target, double weight) implements Regularizer {

        private static final double ALMOST = 1e-6; // keeps the logarithms finite

        public SparseActivity {
            require(
                    target > 0 && target < 1,
                    "the target of sparse activity must be above 0 and below 1, was " + target);
            require(weight >= 0 && weight <= 1e6, "the weight of sparse activity must be 0 to 1000000, was " + weight);
        }

        @Override
        public Tensor addedTo(Tensor loss, Terms terms) {
            Tensor mean = terms.codes()
                    .mean(0)
                    .clamp(
                            new org.bytedeco.pytorch.ScalarOptional(new Scalar(ALMOST)),
                            new org.bytedeco.pytorch.ScalarOptional(new Scalar(1 - ALMOST))); // [codeSize]
            Tensor active = mean.log().mul(new Scalar(-target));
            Tensor silent = mean.neg().log1p().mul(new Scalar(target - 1));
            double entropy = target * Math.log(target) + (1 - target) * Math.log(1 - target);
            Tensor divergence = active.add(silent).add(new Scalar(entropy)).sum(); // []
            return loss.add(divergence, new Scalar(weight));
        }
    }

    /**
     * Weight decay: half the sum of squared weights (Ng 2011, section 2).
     *
     * @param weight λ, 0 or more
     */
    record WeightDecay(double weight) implements Regularizer {
        public WeightDecay {
            require(weight >= 0 && weight <= 1e6, "the weight of weight decay must be 0 to 1000000, was " + weight);
        }

        @Override
        public Tensor addedTo(Tensor loss, Terms terms) {
            Tensor total = loss;
            for (Tensor layer : terms.weights()) {
                total = total.add(layer.square().sum(), new Scalar(weight / 2));
            }
            return total;
        }
    }
}
