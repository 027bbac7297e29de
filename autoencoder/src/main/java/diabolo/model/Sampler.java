package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;

/**
 * How a decoder's probabilities become cells or tokens.
 *
 * <pre>{@code
 * network.decode(codes, Sampler.LIKELIEST);
 * network.decode(codes, new Sampler.Temperature(0.5, RandomSource.of(7)));
 * network.decode(codes, new Sampler.After(melody.beginning(window, 8), Sampler.LIKELIEST)); // continues after eight steps
 * }</pre>
 *
 * <p>Plain data, for every family of models.
 */
public sealed interface Sampler {

    /** Cells above one half, and the likeliest tokens. */
    Sampler LIKELIEST = new Threshold(Cells.SOUNDING);

    /**
     * Deterministic.
     *
     * @param threshold above it a cell sounds, 0 to 1; tokens are the likeliest
     */
    record Threshold(double threshold) implements Sampler {
        public Threshold {
            requireInside("threshold", threshold, 0, 1);
        }
    }

    /** The decoder's probabilities themselves: in an image, the brightness. */
    Sampler MEAN = new Mean();

    /** See {@link #MEAN}; not for tokens. */
    record Mean() implements Sampler {}

    /**
     * Samples from the decoder's probabilities, with log-odds divided by the temperature.
     *
     * @param temperature above 0, at most 10; below a millionth, a millionth
     */
    record Temperature(double temperature, RandomSource random) implements Sampler {
        public Temperature {
            require(temperature > 0, "temperature must be above 0 to sample, was " + temperature);
            requireBetween("temperature", temperature, 0, 10);
            requireNonNull(random, "random");
        }
    }

    /**
     * Another sampler, among the allowed tokens; not for cells.
     *
     * @param tokens by line, step and token; at least one of each step
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Allowed(boolean[][][] tokens, Sampler then) implements Sampler {
        public Allowed {
            requireNonNull(tokens, "tokens");
            requireNonNull(then, "then");
        }
    }

    /**
     * A given beginning, then another sampler: tokens are conditioned on the beginning, cells are not.
     *
     * @param beginning the first steps of a window
     */
    record After(Frames beginning, Sampler then) implements Sampler {
        public After {
            requireNonNull(beginning, "beginning");
            requireNonNull(then, "then");
        }
    }

    /**
     * By temperature above 0, else by threshold.
     *
     * @param random unused at temperature 0
     */
    static Sampler of(double temperature, double threshold, RandomSource random) {
        return temperature > 0 ? new Temperature(temperature, random) : new Threshold(threshold);
    }
}
