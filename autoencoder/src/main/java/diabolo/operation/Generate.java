package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.latent.TuneForm;
import diabolo.model.ModelFolder;
import diabolo.note.OutOfRangeException;
import diabolo.representation.TokenRepresentation;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Generates pieces from sampled codes.
 *
 * <pre>{@code
 * Outcome outcome = new Generate(5, 7).on(space);
 * }</pre>
 *
 * @param count pieces, 1 to 100,000; piece i depends on the seed and on i alone
 * @param prior of the codes; the model's default, if absent
 * @param temperature see {@link Decoding}; the model's default, if absent
 * @param threshold see {@link Decoding}; for models of piano rolls
 * @param bars of each piece: as many windows as these fill are strung together, see {@link TuneForm}; one window, if absent
 */
public record Generate(
        int count,
        long seed,
        Optional<Prior> prior,
        Optional<Double> temperature,
        Optional<Double> threshold,
        Optional<Integer> bars)
        implements Operation {

    public Generate {
        requireBetween("count", count, 1, 100_000);
        requireNonNull(prior, "prior");
        temperature.ifPresent(some -> requireBetween("temperature", some, 0, 10));
        threshold.ifPresent(some -> requireInside("threshold", some, 0, 1));
        bars.ifPresent(some -> requireBetween("bars", some, 1, 10_000));
    }

    /** With the model's defaults. */
    public Generate(int count, long seed) {
        this(count, seed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        if (threshold.isPresent() && space.representation() instanceof TokenRepresentation tokens) {
            throw new OutOfRangeException(
                    "threshold",
                    "is for models of piano rolls, and %s decodes tokens of %s; use temperature"
                            .formatted(space.description().name(), tokens.name()));
        }
        SamplingSettings settings = settings(space.model());
        TuneForm form =
                bars.map(some -> TuneForm.ofBars(some, space.representation())).orElse(new TuneForm(1));
        return new Outcome(
                IntStream.range(0, count)
                        .mapToObj(i -> new NamedRecipe("piece-%04d".formatted(i + 1), form.sample(space, settings, i)))
                        .toList(),
                form.windows() == 1
                        ? List.of()
                        : List.of(new Remark.Formed(space.description().name(), form)));
    }

    /** These settings, with the model's defaults for absent ones. */
    SamplingSettings settings(ModelFolder model) {
        SamplingSettings own = SamplingSettings.of(model);
        return new SamplingSettings(
                prior.orElse(own.prior()),
                seed,
                threshold.orElse(own.threshold()),
                temperature.orElse(own.temperature()));
    }
}
