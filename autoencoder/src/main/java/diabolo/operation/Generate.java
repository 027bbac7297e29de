package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.descriptor.Descriptor;
import diabolo.latent.AskedValues;
import diabolo.latent.AskedWindow;
import diabolo.latent.FaderSampler;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.latent.TuneForm;
import diabolo.latent.TuneSampler;
import diabolo.latent.WholeTune;
import diabolo.model.ModelFolder;
import diabolo.model.diffusion.Faders;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Key;
import diabolo.note.OutOfRangeException;
import diabolo.representation.TokenRepresentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Generates pieces from sampled codes: whole tunes with a model that knows which codes follow each other, else single windows.
 *
 * <pre>{@code
 * Outcome outcome = new Generate(5, 7).on(space);
 * }</pre>
 *
 * @param count pieces, 1 to 100,000; piece i depends on the seed and on i alone
 * @param prior of the codes of single windows; the model's default, if absent
 * @param temperature see {@link Decoding}; of whole tunes the deviation of the noise that they begin from, see
 *     {@link TuneSampler.Settings}; the model's default, if absent
 * @param threshold see {@link Decoding}; for models of piano rolls
 * @param bars of each piece. Of single windows as many as these fill are strung together, see {@link TuneForm}; one window, if absent.
 *     Of whole tunes 8, 16 or 32; 16, if absent
 * @param form of whole tunes, such as AABA; that of a training tune, if absent
 * @param key of whole tunes, such as {@code G major}; one that training tunes are in, if absent
 * @param values that a tune is to have, or a window of a model without a prior of tunes, see {@link AskedValues#parse}; any, if absent
 */
public record Generate(
        int count,
        long seed,
        Optional<Prior> prior,
        Optional<Double> temperature,
        Optional<Double> threshold,
        Optional<Integer> bars,
        Optional<String> form,
        Optional<String> key,
        Optional<String> values)
        implements Operation {

    public Generate {
        requireBetween("count", count, 1, 100_000);
        requireNonNull(prior, "prior");
        temperature.ifPresent(some -> requireBetween("temperature", some, 0, 10));
        threshold.ifPresent(some -> requireInside("threshold", some, 0, 1));
        bars.ifPresent(some -> requireBetween("bars", some, 1, 10_000));
        requireNonNull(form, "form");
        key.ifPresent(Key::parse);
        values.ifPresent(AskedValues::parse);
    }

    /** With the model's defaults. */
    public Generate(int count, long seed) {
        this(
                count,
                seed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        if (threshold.isPresent() && space.representation() instanceof TokenRepresentation tokens) {
            throw new OutOfRangeException(
                    "threshold",
                    "is for models of piano rolls, and %s decodes tokens of %s; use temperature"
                            .formatted(space.description().name(), tokens.name()));
        }
        if (space.sequencePrior().isPresent() && prior.isEmpty()) {
            return tunes(space, space.sequencePrior().get(), progress);
        }
        for (String asked : List.of("form", "key")) {
            if ((asked.equals("form") ? form : key).isPresent()) {
                throw new OutOfRangeException(
                        asked,
                        "is for models of whole tunes without --prior, and %s makes single windows; choose tune-16bar"
                                .formatted(space.description().name()));
            }
        }
        if (values.isPresent()) {
            return asked(space, progress);
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

    private Outcome tunes(LatentSpace space, SequencePrior sequences, DoubleConsumer progress) {
        TuneSampler.Settings settings = TuneSampler.Settings.DEFAULT.withTemperature(temperature);
        Map<Descriptor, Double> asked =
                values.map(some -> AskedValues.parse(some).of(faders(space))).orElse(Map.of());
        WholeTune tune = new WholeTune(bars.orElse(WholeTune.DEFAULT.bars()), form, key.map(Key::parse), asked);
        List<NamedRecipe> pieces = new ArrayList<>();
        try (TuneSampler sampler = new TuneSampler(space, sequences, settings)) {
            for (int number = 0; number < count; number++) {
                pieces.add(new NamedRecipe("piece-%04d".formatted(number + 1), tune.sample(sampler, seed, number)));
                progress.accept((double) (number + 1) / count);
            }
        }
        return outcome(space, pieces, asked);
    }

    private Outcome asked(LatentSpace space, DoubleConsumer progress) {
        for (String other : List.of("prior", "temperature", "bars")) {
            boolean isGiven = other.equals("prior")
                    ? prior.isPresent()
                    : other.equals("bars") ? bars.isPresent() : temperature.isPresent();
            if (isGiven) {
                throw new OutOfRangeException(
                        other,
                        "cannot be given where values are asked of single windows; leave it out, or choose tune-16bar");
            }
        }
        Faders faders = faders(space);
        Map<Descriptor, Double> asked = AskedValues.parse(values.orElseThrow()).of(faders);
        List<NamedRecipe> pieces = new ArrayList<>();
        try (FaderSampler sampler = new FaderSampler(space, faders, FaderSampler.Settings.DEFAULT)) {
            for (int number = 0; number < count; number++) {
                pieces.add(new NamedRecipe(
                        "piece-%04d".formatted(number + 1), new AskedWindow(asked).sample(sampler, seed, number)));
                progress.accept((double) (number + 1) / count);
            }
        }
        return outcome(space, pieces, asked);
    }

    private static Faders faders(LatentSpace space) {
        return space.faders()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no faders, by which values are asked for; choose tune-16bar or melody-2bar"
                                .formatted(space.description().name())));
    }

    /** With what was asked for in the provenance, and what each piece got. */
    private Outcome outcome(LatentSpace space, List<NamedRecipe> pieces, Map<Descriptor, Double> asked) {
        if (asked.isEmpty()) {
            return new Outcome(pieces, List.of());
        }
        String words = AskedValues.parse(values.orElseThrow()).toString();
        return new Outcome(
                pieces.stream()
                        .map(piece ->
                                new NamedRecipe(piece.name(), NamedRecipes.detailed(piece.recipe(), "asked", words)))
                        .toList(),
                pieces.stream()
                        .<Remark>map(piece -> new Remark.ValuesAsked(
                                piece.name(),
                                Map.of(),
                                asked,
                                space.describe(space.windows(piece.recipe())),
                                OptionalDouble.empty()))
                        .toList());
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
