package diabolo.report;

import diabolo.model.CellAutoencoder;
import diabolo.model.PosteriorArrays;
import diabolo.nn.Loss;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import diabolo.training.EvidenceLowerBound;
import diabolo.training.Examples;
import diabolo.training.Objective;
import diabolo.training.Regularizer;

/**
 * How well a network of cells accounts for examples: the evidence lower bound of a variational one and its two parts (Kingma and
 * Welling 2014, equation 10), the cross-entropy of a plain one.
 *
 * @param reconstructionNats the cross-entropy summed over the cells of an example, on average, for one sampled code
 * @param divergenceNats of the posterior from N(0, I), of an example on average; 0 with a plain bottleneck
 * @param activeUnits latent dimensions that tell examples apart
 */
public record LowerBound(double reconstructionNats, double divergenceNats, int activeUnits) {

    public static LowerBound of(CellAutoencoder network, float[][] frames, RandomSource random) {
        EvidenceLowerBound.Result result = new EvidenceLowerBound(
                        network, Objective.of(Loss.BINARY_CROSS_ENTROPY, Regularizer.EVIDENCE_LOWER_BOUND))
                .measure(Examples.of(frames), random);
        PosteriorArrays posteriors = network.posteriors(frames);
        return new LowerBound(result.reconstruction(), result.divergence(), posteriors.activeUnits());
    }

    /** The bound itself: at most the logarithm of the probability of an example, so negative. */
    public double nats() {
        return -(reconstructionNats + divergenceNats);
    }

    public double divergenceBits() {
        return divergenceNats / Math.log(2);
    }

    /** Adds the metrics to a report, each name behind the prefix; of a plain network there is no bound. */
    public void addTo(Report report, String prefix) {
        report.metric(prefix + "reconstruction.nats", reconstructionNats);
        if (divergenceNats > 0) {
            report.metric(prefix + "elbo.nats", nats());
            report.metric(prefix + "kl.nats", divergenceNats);
            report.metric(prefix + "kl.bits", divergenceBits());
        }
        report.metric(prefix + "activeUnits", activeUnits);
    }
}
