package diabolo.report;

import diabolo.latent.Prior;

/**
 * A distribution that codes are sampled from.
 *
 * @param metric what its metrics begin with: {@code uniform10}
 * @param words as shown to people
 */
public record SampledPrior(String metric, String words, Prior prior) {

    /** With the prior as the command line writes it: {@code uniform:10}. */
    public static SampledPrior of(String metric, String words, String prior) {
        return new SampledPrior(metric, words, Prior.parse(prior));
    }
}
