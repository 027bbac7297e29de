package diabolo.inpainting;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A token drawn from logits. */
public final class TokenChance {

    private TokenChance() {}

    /**
     * Draws a token.
     *
     * @param logits of all tokens, up to a constant
     * @param temperature above 0; 1 draws in proportion to {@code exp(logit)}, less takes what is likelier
     */
    public static int drawn(double[] logits, double temperature, RandomGenerator random) {
        double highest = Arrays.stream(logits).max().orElseThrow();
        double total = 0;
        double[] weights = new double[logits.length];
        for (int token = 0; token < logits.length; token++) {
            weights[token] = Math.exp((logits[token] - highest) / temperature);
            total += weights[token];
        }
        double left = random.nextDouble() * total;
        for (int token = 0; token < logits.length; token++) {
            left -= weights[token];
            if (left < 0 && weights[token] > 0) {
                return token;
            }
        }
        return firstHighest(logits, highest);
    }

    private static int firstHighest(double[] logits, double highest) {
        for (int token = 0; token < logits.length; token++) {
            if (logits[token] == highest) {
                return token;
            }
        }
        throw new IllegalStateException("no token is likeliest");
    }
}
