package diabolo.report;

import diabolo.evaluation.TokenAccuracy;
import diabolo.model.PosteriorArrays;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.report.page.Report;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.List;

/**
 * How well a recurrent autoencoder reconstructs windows.
 *
 * <pre>{@code
 * TokenMeasures measures = TokenMeasures.of(network, Melody.of(2), heldOut, RandomSource.of(1));
 * measures.freeRunning().tokens(); // the token accuracy
 * }</pre>
 *
 * @param teacherForced the likeliest token at each step, the true ones before it being given; from the posterior's mean
 * @param freeRunning the likeliest tokens, the decoder fed with its own output; from the posterior's mean
 * @param sampled tokens sampled at temperature 1, from a code sampled from the posterior: the paper's measure
 * @param crossEntropyNats of a window on average, teacher-forced from the posterior's mean
 * @param divergenceBits of the posteriors from the prior
 * @param activeUnits latent dimensions that tell examples apart
 */
public record TokenMeasures(
        TokenAccuracy teacherForced,
        TokenAccuracy freeRunning,
        TokenAccuracy sampled,
        double crossEntropyNats,
        double divergenceBits,
        int activeUnits) {

    /**
     * Measures on windows.
     *
     * @param windows one or more
     */
    public static TokenMeasures of(
            RecurrentAutoencoder network,
            TokenRepresentation representation,
            List<Tokens> windows,
            RandomSource random) {
        PosteriorArrays posteriors = network.posteriors(windows);
        float[][] means = posteriors.means();
        List<Tokens> sampled = network.generate(
                posteriors.sample(random.derive("codes")), new Sampler.Temperature(1, random.derive("tokens")));
        return new TokenMeasures(
                TokenAccuracy.of(representation, windows, network.predict(means, windows)),
                TokenAccuracy.of(representation, windows, network.generate(means, Sampler.LIKELIEST)),
                TokenAccuracy.of(representation, windows, sampled),
                network.crossEntropy(means, windows),
                posteriors.divergenceBits(),
                posteriors.activeUnits());
    }

    /** Adds the metrics to a report, each name behind the prefix; of several lines also those of each. */
    public void addTo(Report report, String prefix, TokenRepresentation representation) {
        addAccuracies(report, prefix, teacherForced, freeRunning, sampled);
        report.metric(prefix + "crossEntropy.nats", crossEntropyNats);
        report.metric(prefix + "kl.bits", divergenceBits);
        report.metric(prefix + "activeUnits", activeUnits);
        for (int line = 0; line < freeRunning.ofLines().size(); line++) {
            addAccuracies(
                    report,
                    prefix + representation.lines().get(line).name() + ".",
                    teacherForced.ofLines().get(line),
                    freeRunning.ofLines().get(line),
                    sampled.ofLines().get(line));
        }
    }

    private static void addAccuracies(
            Report report, String prefix, TokenAccuracy forced, TokenAccuracy free, TokenAccuracy sampled) {
        report.metric(prefix + "teacherForced.accuracy", forced.tokens());
        report.metric(prefix + "freeRunning.accuracy", free.tokens());
        report.metric(prefix + "sampled.accuracy", sampled.tokens());
        report.metric(prefix + "onset.f1", free.onsetF1());
    }
}
