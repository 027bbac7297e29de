package diabolo.latent;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.model.Bottleneck;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelSpec;
import diabolo.tensor.RandomSource;
import java.util.Map;

/**
 * How new pieces are made.
 *
 * <pre>{@code
 * SamplingSettings.DEFAULT.withSeed(7);
 * }</pre>
 *
 * @param prior where codes are drawn from
 * @param seed of all chance; piece i depends on the seed and on i alone
 * @param threshold above it a cell of the decoder's output sounds, 0 to 1; used where the temperature is 0
 * @param temperature 0: by the threshold, without chance. Above: every cell sounds with the probability that the decoder
 *     gives, its log-odds divided by the temperature, so that 1 takes the decoder at its word and more brings noise; at most
 *     10. For tokens likewise: at 0 the likeliest, above it drawn
 */
public record SamplingSettings(Prior prior, long seed, double threshold, double temperature) {

    /** Random bits, cut at one half, as Sun (2015) did. */
    public static final SamplingSettings DEFAULT = new SamplingSettings(new Prior.Bits(), 1, 0.5, 0);

    /** Each number normal and tokens drawn at temperature 0.5, as MusicVAE's own command draws them. */
    public static final SamplingSettings MUSIC_VAE = new SamplingSettings(new Prior.Normal(), 1, 0.5, 0.5);

    public SamplingSettings {
        requireNonNull(prior, "prior");
        requireInside("threshold", threshold, 0, 1);
        requireBetween("temperature", temperature, 0, 10);
    }

    /** What suits a network where nothing else is said. */
    public static SamplingSettings of(ModelSpec spec) {
        return switch (spec.decoding()) {
            case CELLS ->
                switch (spec.bottleneck()) {
                    case Bottleneck.Plain _ -> DEFAULT;
                    case Bottleneck.KSparse _ ->
                        DEFAULT.withPrior(new Prior.Empirical()); // few of its dimensions go together
                    case Bottleneck.Gaussian _ -> DEFAULT.withPrior(new Prior.Normal()); // what it was trained to fill
                };
            case TOKENS -> MUSIC_VAE;
        };
    }

    /**
     * How a model makes something new: the recipe of a code that is drawn.
     *
     * @param number which of those of this seed, from 0
     */
    Recipe draw(ModelFolder model, int number) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        ModelDescription description = model.description();
        RandomSource random = RandomSource.of(seed).derive("piece", number);
        float[] code = prior.draw(description.spec().codeSize(), model.trainingExamples(), random.derive("code"));
        return Recipe.of("generate", new Recipe.Material.Decoded(new float[][] {code}), description.beatsPerMinute())
                .withTitle("%s, seed %d, piece %d".formatted(description.name(), seed, number + 1))
                .withDetails(Map.of("prior", prior.name()))
                .withTemperature(temperature)
                .withThreshold(threshold)
                .withSeed(seed)
                .withNumber(number);
    }

    public SamplingSettings withPrior(Prior other) {
        return new SamplingSettings(other, seed, threshold, temperature);
    }

    public SamplingSettings withSeed(long other) {
        return new SamplingSettings(prior, other, threshold, temperature);
    }
}
