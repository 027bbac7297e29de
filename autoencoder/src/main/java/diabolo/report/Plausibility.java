package diabolo.report;

import diabolo.evaluation.NgramModel;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.representation.Line;
import diabolo.tensor.RandomSource;
import java.util.Arrays;

/**
 * Separates music from noise: valid is what has two or more onsets and is, under a 5-gram model of the training music, more likely
 * than the least likely 5 % of the held-out windows. Only the first line counts.
 *
 * <pre>{@code
 * Plausibility plausibility = new Plausibility(findings.music());
 * plausibility.validShare(network, Prior.Normal.codes(1000, 64, random), random); // 0.9: nine samples in ten are valid
 * }</pre>
 */
final class Plausibility {

    static final int ORDER = 5; // of the paper's language model
    private static final double ADMITTED = 0.95;
    private static final int FEWEST_ONSETS = 2;
    private static final double TEMPERATURE = 0.5; // of MusicVAE's own command

    private final NgramModel music;
    private final Line line;
    private final double highestCost;

    Plausibility(Music data) {
        this.music = languageModel(data);
        this.line = data.tokens().lines().getFirst();
        double[] costs = data.tokens(data.heldOut()).stream()
                .mapToDouble(window -> music.cost(window.lines()[0]))
                .sorted()
                .toArray();
        this.highestCost = costs[(int) (ADMITTED * (costs.length - 1))];
    }

    /** Of the first line of the training music. */
    static NgramModel languageModel(Music data) {
        return NgramModel.fitted(
                ORDER,
                data.tokens().alphabets().getFirst(),
                data.tokens(data.training()).stream()
                        .map(window -> window.lines()[0])
                        .toList());
    }

    /** The share of valid ones among what a network writes from codes, tokens sampled at temperature 0.5. */
    double validShare(RecurrentAutoencoder network, float[][] codes, RandomSource random) {
        return network.generate(codes, new Sampler.Temperature(TEMPERATURE, random.derive("tokens"))).stream()
                .mapToInt(tokens -> isValid(tokens.lines()[0]) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private boolean isValid(int[] tokens) {
        long onsets = Arrays.stream(tokens).filter(line::isOnset).count();
        return onsets >= FEWEST_ONSETS && music.cost(tokens) <= highestCost;
    }
}
