package diabolo.operation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.latent.AccompaniedMelody;
import diabolo.latent.LatentSpace;
import diabolo.latent.Provenance;
import diabolo.latent.Recipe;
import diabolo.latent.TuneFilling;
import diabolo.latent.TuneSampler;
import diabolo.model.diffusion.SequencePrior;
import diabolo.representation.TokenRepresentation;
import diabolo.search.Continuation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;

/**
 * Continues a piece to the end of a window of the model: see {@link Continuation}; by a model that knows which windows follow each other,
 * a melody by these: see {@link TuneFilling}, unless tries or rounds are others than the default, which ask for a search.
 *
 * <pre>{@code
 * Outcome outcome = new Continue(Source.of(opening), 4, Continuation.Settings.DEFAULT).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Continued} describes each continuation.
 *
 * @param piece the primer, which is kept; its last notes may be held longer
 * @param count continuations, 1 to 1,000
 */
public record Continue(Source.Music piece, int count, Continuation.Settings search, Decoding decoding)
        implements Operation {

    public Continue {
        requireNonNull(piece, "piece");
        requireBetween("count", count, 1, 1000);
        requireNonNull(search, "search");
        requireNonNull(decoding, "decoding");
    }

    public Continue(Source.Music piece, int count, Continuation.Settings search) {
        this(piece, count, search, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        boolean isSearchAsked = search.tries() != Continuation.Settings.DEFAULT.tries()
                || search.rounds() != Continuation.Settings.DEFAULT.rounds();
        if (space.sequencePrior().isPresent() && !isSearchAsked) {
            return asTunes(space, space.sequencePrior().get(), progress);
        }
        GivenSources given = new GivenSources(space);
        GivenMusic music = given.read(piece);
        List<Recipe> recipes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int before = number;
            Recipe.Chance chance = decoding.chance(number);
            Continuation found = Continuation.of(
                    space, music.passage(), search, chance, done -> progress.accept((before + done) / count));
            given.remark(new Remark.Continued(
                    count == 1 ? OptionalInt.empty() : OptionalInt.of(number + 1),
                    found.givenSteps(),
                    found.densityGiven(),
                    found.densityAdded(),
                    found.agreement(),
                    found.originality()));
            recipes.add(found.recipe().withDetails(details(found)));
        }
        music.offGrid().ifPresent(given::remark);
        music.loss(space).ifPresent(given::remark);
        NamedRecipes names = given.named(piece, decoding);
        return given.outcome(count == 1 ? names.one(recipes.getFirst()) : names.numbered(recipes));
    }

    /** From the next bar line on. */
    private Outcome asTunes(LatentSpace space, SequencePrior prior, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        AccompaniedMelody accompanied = AccompaniedMelody.of(piece.piece());
        GivenMusic music = given.read(new Source.Music(piece.name(), accompanied.melody(), piece.selection()));
        Passage passage = music.passage();
        int bar = space.representation() instanceof TokenRepresentation tokens ? tokens.stepsPerBar() : 1;
        int from = Math.ceilDiv(passage.endStep(), bar) * bar;
        int to = Math.addExact(from, search.windows() * space.representation().steps());
        require(
                to <= RhythmGrid.MAX_STEPS,
                "with its continuation \"%s\" would have %d steps, and a piece has at most %d; continue it by fewer windows"
                        .formatted(piece.name(), to, RhythmGrid.MAX_STEPS));
        QuantizedSequence melody =
                space.representation().join(space.frames(passage)).slice(0, from);
        List<Recipe> recipes = new ArrayList<>();
        TuneSampler.Settings settings = TuneSampler.Settings.DEFAULT.withTemperature(
                decoding.temperature() == 0 ? Optional.empty() : Optional.of(decoding.temperature()));
        try (TuneSampler sampler = new TuneSampler(space, prior, settings)) {
            TuneFilling filling = new TuneFilling(sampler);
            RandomSource random = RandomSource.of(decoding.seed());
            for (int number = 0; number < count; number++) {
                QuantizedSequence longer = filling.fill(melody, from, to, random.derive("continuation", number));
                Recipe recipe = space.allGiven("continue", space.frames(Passage.of(longer)))
                        .withDetails(Map.of("file", piece.name(), "windows", String.valueOf(search.windows())));
                Recipe asGiven = accompanied.accompanied(space, recipe, passage);
                recipes.add(asGiven.accompaniment()
                        .map(chords -> asGiven.withAccompaniment(
                                chords.with(AccompaniedMelody.found(space, recipe, passage), from, to, to)))
                        .orElse(asGiven));
                progress.accept((number + 1.0) / count);
            }
        }
        music.offGrid().ifPresent(given::remark);
        music.loss(space).ifPresent(given::remark);
        NamedRecipes names = given.named(piece, decoding);
        return given.outcome(count == 1 ? names.one(recipes.getFirst()) : names.numbered(recipes));
    }

    private Map<String, String> details(Continuation found) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("file", piece.name());
        details.put("windows", String.valueOf(search.windows()));
        details.put("tries", String.valueOf(search.tries()));
        details.put("rounds", String.valueOf(search.rounds()));
        details.put("agreement", thousandths(found.agreement()));
        Provenance.Measure measure = found.originality().measure();
        if (measure == Provenance.Measure.CELLS || measure == Provenance.Measure.PHRASES) {
            details.put("similarity added", thousandths(found.originality().similarity()));
        }
        return details;
    }

    private static String thousandths(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
