package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;

import diabolo.latent.Recipe;

/**
 * How an operation decodes its codes, and its random seed.
 *
 * <pre>{@code
 * new Vary(piece, 0.5, 0, 3, Optional.empty(), Decoding.DEFAULT.withSeed(7).withTemperature(0.8));
 * }</pre>
 *
 * @param seed the same one gives the same pieces
 * @param temperature 0 to 10, see {@link diabolo.latent.SamplingSettings}
 * @param threshold of piano rolls at temperature 0: above it a cell sounds, 0 to 1
 */
public record Decoding(long seed, double temperature, double threshold) {

    public static final Decoding DEFAULT = new Decoding(1, 0, 0.5);

    public Decoding {
        requireBetween("temperature", temperature, 0, 10);
        requireInside("threshold", threshold, 0, 1);
    }

    public Decoding withSeed(long other) {
        return new Decoding(other, temperature, threshold);
    }

    public Decoding withTemperature(double other) {
        return new Decoding(seed, other, threshold);
    }

    public Decoding withThreshold(double other) {
        return new Decoding(seed, temperature, other);
    }

    Recipe.Chance chance(int number) {
        return new Recipe.Chance(seed, number, temperature, threshold);
    }
}
