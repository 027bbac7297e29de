package diabolo.report;

import diabolo.evaluation.NgramModel;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.representation.Line;
import diabolo.tensor.RandomSource;
import java.util.Arrays;

/**
 * Tells music from noise: valid is what has two onsets at least, and is no less likely under a 5-gram model of the music learned
 * from than nineteen in twenty of the held-out windows are. Looks at the first line.
 *
 * <pre>{@code
 * Plausibility plausibility = new Plausibility(findings.music());
 * plausibility.validShare(network, Prior.Normal.codes(1000, 64, random), random); // 0.9: nine draws in ten are music
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

    Plausibility(Music learned) {
        this.music = languageModel(learned);
        this.line = learned.tokens().lines().getFirst();
        double[] costs = learned.tokens(learned.heldOut()).stream()
                .mapToDouble(window -> music.cost(window.lines()[0]))
                .sorted()
                .toArray();
        this.highestCost = costs[(int) (ADMITTED * (costs.length - 1))];
    }

    /** Of the first line of what is learned from. */
    static NgramModel languageModel(Music learned) {
        return NgramModel.fitted(
                ORDER,
                learned.tokens().alphabets().getFirst(),
                learned.tokens(learned.training()).stream()
                        .map(window -> window.lines()[0])
                        .toList());
    }

    /** The share of valid ones among what a network writes from codes, tokens drawn at temperature 0.5. */
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
