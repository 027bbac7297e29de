package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import diabolo.descriptor.Descriptor;
import diabolo.latent.AskedValues;
import diabolo.latent.AskedWindow;
import diabolo.latent.FaderSampler;
import diabolo.latent.Groove;
import diabolo.latent.GrooveSampler;
import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.Prior;
import diabolo.latent.SamplingSettings;
import diabolo.latent.TuneForm;
import diabolo.latent.TuneMeter;
import diabolo.latent.TuneSampler;
import diabolo.latent.WholeTune;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.model.diffusion.Faders;
import diabolo.model.diffusion.GroovePrior;
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
 * Generates pieces from sampled codes: whole tunes with a model that knows which codes follow each other, grooves with one that knows
 * which codes are played, else single windows.
 *
 * <pre>{@code
 * Outcome outcome = new Generate(5, 7).on(space);
 * }</pre>
 *
 * @param count pieces, 1 to 100,000; piece i depends on the seed and on i alone
 * @param prior of the codes of single windows; the model's default, if absent
 * @param temperature see {@link Decoding}; of whole tunes the deviation of the noise that they begin from, see
 *     {@link TuneSampler.Settings}, and of grooves; the model's default, if absent
 * @param threshold see {@link Decoding}; for models of piano rolls
 * @param bars of each piece. Of single windows as many as these fill are strung together, see {@link TuneForm}; one window, if absent.
 *     Of whole tunes 8, 16 or 32; 16, if absent
 * @param form of whole tunes, such as AABA; that of a training tune, if absent
 * @param key of whole tunes, such as {@code G major}; one that training tunes are in, if absent
 * @param values that a tune is to have, or a window of a model without a prior of tunes, see {@link AskedValues#parse}; any, if absent
 * @param style of grooves, such as {@code funk}; any, if absent
 * @param ending of grooves, {@code fill} or {@code groove}; the latter, if absent
 * @param meter of whole tunes, see {@link TuneMeter}; the model's, if absent
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
        Optional<String> values,
        Optional<String> style,
        Optional<String> ending,
        Optional<String> meter)
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
        requireNonNull(style, "style");
        ending.ifPresent(GroovePrior.Ending::named);
        meter.ifPresent(TuneMeter::parse);
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
        boolean isGrooves = space.groovePrior().isPresent() && prior.isEmpty();
        requireSuitable(space, isGrooves);
        if (space.sequencePrior().isPresent() && prior.isEmpty()) {
            return tunes(space, space.sequencePrior().get(), progress);
        }
        if (values.isPresent()) {
            return asked(space, progress);
        }
        if (isGrooves) {
            return grooves(space, space.groovePrior().orElseThrow(), progress);
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

    /** Requires that nothing is asked for that this model does not have. */
    private void requireSuitable(LatentSpace space, boolean isGrooves) {
        String name = space.description().name();
        if (space.sequencePrior().isEmpty() || prior.isPresent()) {
            String usual = meter.map(some -> TuneMeter.parse(some).model()).orElse(ModelFolders.TUNES);
            String rule = "is for models of whole tunes without --prior, and %s makes single windows; "
                    + (prior.isPresent() ? "leave --prior out" : "choose " + usual);
            requireAbsent("form", form, rule, name);
            requireAbsent("key", key, rule, name);
            requireAbsent("meter", meter, rule, name);
        }
        meter.map(TuneMeter::parse)
                .filter(some -> !some.isOf(space.representation()))
                .ifPresent(other -> {
                    throw new OutOfRangeException(
                            "meter",
                            "must be that of the model, and %s has no windows of %s; choose %s"
                                    .formatted(name, other.meter(), other.model()));
                });
        if (!isGrooves) {
            String rule = prior.isPresent() && space.groovePrior().isPresent()
                    ? "is for learned grooves, and a prior of single windows of %s was given; leave --prior out"
                    : "is for models of grooves, and %s has learned none; choose drums-2bar";
            requireAbsent("style", style, rule, name);
            requireAbsent(ending.filter("fill"::equals).isPresent() ? "fill" : "ending", ending, rule, name);
        }
    }

    private static void requireAbsent(String field, Optional<String> value, String rule, String model) {
        if (value.isPresent()) {
            throw new OutOfRangeException(field, rule.formatted(model));
        }
    }

    private Outcome grooves(LatentSpace space, GroovePrior known, DoubleConsumer progress) {
        GrooveSampler.Settings settings = GrooveSampler.Settings.DEFAULT.withTemperature(temperature);
        Groove groove = new Groove(
                bars.orElseGet(() -> Groove.shortest(space)),
                style,
                ending.map(GroovePrior.Ending::named).orElse(GroovePrior.Ending.GROOVE));
        List<NamedRecipe> pieces = new ArrayList<>();
        try (GrooveSampler sampler = new GrooveSampler(space, known, settings)) {
            for (int number = 0; number < count; number++) {
                pieces.add(new NamedRecipe("piece-%04d".formatted(number + 1), groove.sample(sampler, seed, number)));
                progress.accept((double) (number + 1) / count);
            }
        }
        return new Outcome(pieces, List.of());
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
