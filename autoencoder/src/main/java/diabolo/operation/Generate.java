package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.note.OutOfRangeException;
import diabolo.representation.TokenRepresentation;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * New pieces from random codes.
 *
 * <pre>{@code
 * Outcome outcome = new Generate(5, 7).on(space);
 * }</pre>
 *
 * @param count pieces, 1 to 100,000; piece i depends on the seed and on i alone
 * @param prior where codes are drawn from; that which suits the model, if none is named
 * @param temperature see {@link Decoding}; likewise
 * @param threshold see {@link Decoding}; for models of piano rolls
 */
public record Generate(
        int count, long seed, Optional<Prior> prior, Optional<Double> temperature, Optional<Double> threshold)
        implements Operation {

    public Generate {
        requireBetween("count", count, 1, 100_000);
        requireNonNull(prior, "prior");
        temperature.ifPresent(some -> requireBetween("temperature", some, 0, 10));
        threshold.ifPresent(some -> requireInside("threshold", some, 0, 1));
    }

    /** Pieces as suits the model. */
    public Generate(int count, long seed) {
        this(count, seed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        if (threshold.isPresent() && space.representation() instanceof TokenRepresentation tokens) {
            throw new OutOfRangeException(
                    "threshold",
                    "is for models of piano rolls, and %s writes tokens of %s; temperature is for all"
                            .formatted(space.description().name(), tokens.name()));
        }
        SamplingSettings own = SamplingSettings.of(space.description().spec());
        SamplingSettings settings = new SamplingSettings(
                prior.orElse(own.prior()),
                seed,
                threshold.orElse(own.threshold()),
                temperature.orElse(own.temperature()));
        return new Outcome(
                IntStream.range(0, count)
                        .mapToObj(i -> new NamedRecipe("piece-%04d".formatted(i + 1), space.draw(settings, i)))
                        .toList(),
                List.of());
    }
}
