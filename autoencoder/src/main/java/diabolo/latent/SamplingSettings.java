package diabolo.latent;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.model.Bottleneck;
import diabolo.model.CodeDistribution;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelSpec;
import diabolo.model.TrainingExamples;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How new pieces are sampled.
 *
 * <pre>{@code
 * SamplingSettings.DEFAULT.withSeed(7);
 * }</pre>
 *
 * @param prior of the codes
 * @param seed of all randomness; piece i depends on the seed and on i alone
 * @param threshold above it a cell of the decoder's output sounds, 0 to 1; used at temperature 0
 * @param temperature 0: cells by the threshold, and the likeliest tokens. Above, at most 10: sampled from the decoder's
 *     probabilities, their log-odds divided by the temperature
 */
public record SamplingSettings(Prior prior, long seed, double threshold, double temperature) {

    /** Random bits and a threshold of one half, as Sun (2015). */
    public static final SamplingSettings DEFAULT = new SamplingSettings(new Prior.Bits(), 1, 0.5, 0);

    /** Normal codes and tokens sampled at temperature 0.5, as MusicVAE's own command. */
    public static final SamplingSettings MUSIC_VAE = new SamplingSettings(new Prior.Normal(), 1, 0.5, 0.5);

    public SamplingSettings {
        requireNonNull(prior, "prior");
        requireInside("threshold", threshold, 0, 1);
        requireBetween("temperature", temperature, 0, 10);
    }

    /** The default of a model: what it knows of the distribution of its training examples' codes, or else that of its network. */
    public static SamplingSettings of(ModelFolder model) {
        SamplingSettings own = of(model.description().spec());
        return model.trainingExamples().distribution().isKnown() ? own.withPrior(new Prior.Gaussian()) : own;
    }

    /** The default of a network. */
    public static SamplingSettings of(ModelSpec spec) {
        return switch (spec.decoding()) {
            case CELLS ->
                switch (spec.bottleneck()) {
                    case Bottleneck.Plain _ -> DEFAULT;
                    case Bottleneck.KSparse _, Bottleneck.WinnerTakeAll _ ->
                        DEFAULT.withPrior(new Prior.Empirical()); // independent dimensions would not be sparse
                    case Bottleneck.Gaussian _ -> DEFAULT.withPrior(new Prior.Normal()); // the prior of its training
                };
            case TOKENS -> MUSIC_VAE;
        };
    }

    /**
     * The recipe of a sampled code.
     *
     * @param number which of those of this seed, from 0
     */
    Recipe sample(ModelFolder model, int number) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        ModelDescription description = model.description();
        RandomSource random = random(number);
        float[] code = prior.sample(
                description.spec().codeSize(), inOneKey(model.trainingExamples(), number), random.derive("code"));
        return Recipe.of("generate", new Recipe.Material.Decoded(new float[][] {code}), description.beatsPerMinute())
                .withTitle("%s, seed %d, piece %d".formatted(description.name(), seed, number + 1))
                .withDetails(Map.of("prior", prior.name()))
                .with(new Recipe.Chance(seed, number, temperature, threshold));
    }

    /** The key of a piece, where the codes are sampled by key. */
    Optional<CodeDistribution.InKey> key(TrainingExamples trainingExamples, int number) {
        CodeDistribution distribution = trainingExamples.distribution();
        return prior instanceof Prior.Gaussian && distribution.isKnown()
                ? Optional.of(distribution.key(random(number).derive("key").generator()))
                : Optional.empty();
    }

    /** The training examples, of whose distributions only that in the key of a piece is left. */
    TrainingExamples inOneKey(TrainingExamples trainingExamples, int number) {
        return key(trainingExamples, number)
                .map(key -> trainingExamples.with(new CodeDistribution(List.of(key))))
                .orElse(trainingExamples);
    }

    /** The random numbers of a piece. */
    RandomSource random(int number) {
        return RandomSource.of(seed).derive("piece", number);
    }

    public SamplingSettings withPrior(Prior other) {
        return new SamplingSettings(other, seed, threshold, temperature);
    }

    public SamplingSettings withSeed(long other) {
        return new SamplingSettings(prior, other, threshold, temperature);
    }
}
