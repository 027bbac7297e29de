package diabolo.training;

import static diabolo.note.Checks.require;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What a training adds to the cost of the reconstruction, so that codes and weights become as they are wanted.
 *
 * <pre>{@code
 * new Regularizer.KullbackLeibler(0.2, 0.99999, 48); // MusicVAE's two-bar models (Roberts et al. 2018, section 5)
 * new Regularizer.SparseActivity(0.05, 3);           // units that are active one time in twenty (Ng 2011)
 * new Regularizer.WeightDecay(1e-4);
 * }</pre>
 */
public sealed interface Regularizer {

    /** The divergence as it is, from the beginning: with the reconstruction, the evidence lower bound (Kingma and Welling 2014). */
    KullbackLeibler EVIDENCE_LOWER_BOUND = new KullbackLeibler(1, 0, 0);

    /**
     * What regularizers look at.
     *
     * @param codes the means of the posteriors, or the codes of a bottleneck without chance: [batch, codeSize]
     * @param divergence of each example, in nats: [batch]; none without chance
     * @param weights of all layers, without biases
     * @param updates done before
     */
    record Terms(Tensor codes, Optional<Tensor> divergence, List<Tensor> weights, long updates) {}

    /**
     * A loss with what this adds.
     *
     * @param loss averaged over the batch: []
     * @return []
     */
    Tensor addedTo(Tensor loss, Terms terms);

    /**
     * The pull of a Gaussian bottleneck towards its prior N(0, I): the Kullback-Leibler divergence, weighted, and some of it
     * free. Without chance there is no divergence, and it adds nothing.
     *
     * <p>The free bits are of an example's whole divergence, not of each dimension's, as in MusicVAE's code.
     *
     * @param beta the final weight of the divergence, 0 to 1,000 (Higgins et al. 2017)
     * @param rate after so many updates t the weight is (1 - rate^t) · beta; 0 for all of it from the beginning, below 1
     * @param freeBits of divergence that cost nothing, 0 or more (Kingma et al. 2016)
     */
    record KullbackLeibler(double beta, double rate, double freeBits) implements Regularizer {
        public KullbackLeibler {
            require(beta >= 0 && beta <= 1000, "beta must be 0 to 1000, was " + beta);
            require(rate >= 0 && rate < 1, "the rate of beta must be at least 0 and below 1, was " + rate);
            require(freeBits >= 0 && freeBits <= 1e6, "freeBits must be 0 to 1000000, was " + freeBits);
        }

        /** The weight in force after so many updates. */
        double betaAfter(long updates) {
            return rate == 0 ? beta : beta * (1 - Math.pow(rate, (double) updates));
        }

        /** As much of the divergence is free as an excerpt is of the whole. */
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
     * Units that are seldom active: the divergence of each code unit's mean activation over the batch from a target, as of two
     * coins (Ng 2011, "Sparse autoencoder", CS294A lecture notes, section 3). For sigmoid codes, and batches large enough to show
     * a mean.
     *
     * @param target the wanted mean activation ρ, above 0 and below 1, 0.05 for example
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
     * Small weights: half the sum of their squares (Ng 2011, section 2).
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
