package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;

/**
 * How a decoder goes from what it holds likely to what it writes.
 *
 * <pre>{@code
 * network.decode(codes, Sampler.LIKELIEST);
 * network.decode(codes, new Sampler.Temperature(0.5, RandomSource.of(7)));
 * network.decode(codes, new Sampler.After(melody.beginning(window, 8), Sampler.LIKELIEST)); // goes on after eight steps
 * }</pre>
 *
 * <p>Plain data, for every family of models alike.
 */
public sealed interface Sampler {

    /** Cells above one half sound, and of tokens each is the likeliest. */
    Sampler LIKELIEST = new Threshold(Cells.SOUNDING);

    /**
     * Without chance.
     *
     * @param threshold above it a cell sounds, 0 to 1; of tokens the likeliest are taken, whatever it is
     */
    record Threshold(double threshold) implements Sampler {
        public Threshold {
            requireInside("threshold", threshold, 0, 1);
        }
    }

    /** What the decoder gives, without a choice: of every cell how likely it is, which in an image is its brightness. */
    Sampler MEAN = new Mean();

    /** See {@link #MEAN}; tokens are always chosen. */
    record Mean() implements Sampler {}

    /**
     * By chance, each as likely as the decoder says, after its log-odds are divided by the temperature.
     *
     * @param temperature above 0, at most 10; under a millionth it draws as at a millionth
     */
    record Temperature(double temperature, RandomSource random) implements Sampler {
        public Temperature {
            require(temperature > 0, "temperature must be above 0 to draw, was " + temperature);
            requireBetween("temperature", temperature, 0, 10);
            requireNonNull(random, "random");
        }
    }

    /**
     * The likeliest of those tokens that are allowed; cells cannot be chosen among.
     *
     * @param tokens by line, step and token; of each step at least one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Allowed(boolean[][][] tokens) implements Sampler {}

    /**
     * What is given, and after it what is chosen otherwise: tokens in sight of what is given, cells whatever it is.
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
     * By chance at a temperature above 0, else by the threshold.
     *
     * @param random not looked at without temperature
     */
    static Sampler of(double temperature, double threshold, RandomSource random) {
        return temperature > 0 ? new Temperature(temperature, random) : new Threshold(threshold);
    }
}
