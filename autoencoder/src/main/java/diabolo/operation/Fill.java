package diabolo.operation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.AccompaniedMelody;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.latent.TuneFilling;
import diabolo.latent.TuneSampler;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.OutOfRangeException;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Writes some bars of a melody anew, so that they fit what stays: see {@link TuneFilling}. Of several takes the last repeats what was
 * before, or after where there is too little before.
 *
 * <pre>{@code
 * Source.Music gap = new Source.Music("tune.mid", tune, Selection.of(Bars.parse("5-8")));
 * Outcome outcome = new Fill(gap, 4, Decoding.DEFAULT).on(space);
 * }</pre>
 *
 * @param piece a melody, and the bars of it that are written anew; the others stay, but that a note held over the end of a window of the
 *     model is struck again there, as in all that a model of windows makes
 * @param count takes, 1 to 1,000
 * @param decoding its seed; its temperature, if above 0, is the deviation of the noise that takes begin from, see
 *     {@link TuneSampler.Settings}
 */
public record Fill(Source.Music piece, int count, Decoding decoding) implements Operation {

    private static final String NAME = "fill";

    public Fill {
        requireNonNull(piece, "piece");
        requireBetween("count", count, 1, 1000);
        requireNonNull(decoding, "decoding");
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        SequencePrior prior = space.sequencePrior()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s does not know which windows follow each other, which filling needs; choose tune-16bar"
                                .formatted(space.description().name())));
        Bars bars = piece.bars()
                .orElseThrow(() -> new OutOfRangeException(
                        "bars", "must name those to be written anew, such as 5-8; of all bars nothing would stay"));
        GivenSources given = new GivenSources(space);
        Selection whole = new Selection(Optional.empty(), piece.selection().barLines());
        AccompaniedMelody accompanied = AccompaniedMelody.of(piece.piece());
        GivenMusic music = given.read(new Source.Music(piece.name(), accompanied.melody(), whole));
        Passage passage = music.passage();
        passage.between(bars.from(), bars.to()); // are there such bars?
        QuantizedSequence melody = space.representation()
                .join(space.frames(passage))
                .slice(0, Math.max(passage.endStep(), passage.music().lengthInSteps()));
        int from = passage.step(bars.from());
        int to = passage.step(bars.to() + 1);
        require(
                from > 0 || to < melody.lengthInSteps(),
                "bars %s are all that \"%s\" has, and a fill needs bars that stay; name fewer, or use generate"
                        .formatted(bars, piece.name()));
        List<Recipe> recipes = new ArrayList<>();
        TuneSampler.Settings settings = TuneSampler.Settings.DEFAULT.withTemperature(
                decoding.temperature() == 0 ? Optional.empty() : Optional.of(decoding.temperature()));
        try (TuneSampler sampler = new TuneSampler(space, prior, settings)) {
            TuneFilling filling = new TuneFilling(sampler);
            RandomSource random = RandomSource.of(decoding.seed());
            for (int number = 0; number < count; number++) {
                boolean isRepetition = number > 0 && number == count - 1 && TuneFilling.canRepeat(melody, from, to);
                QuantizedSequence filled = isRepetition
                        ? filling.repeated(melody, from, to)
                        : filling.fill(melody, from, to, random.derive("take", number));
                Recipe recipe = space.allGiven(NAME, space.frames(Passage.of(filled)))
                        .withDetails(Map.of(
                                "file",
                                piece.name(),
                                "written anew",
                                "bars " + bars,
                                "take",
                                isRepetition ? "as before" : "new"));
                Recipe asGiven = accompanied.accompanied(space, recipe, passage);
                recipes.add(asGiven.accompaniment()
                        .map(chords -> asGiven.withAccompaniment(chords.with(
                                AccompaniedMelody.found(space, recipe, passage), from, to, passage.endStep())))
                        .orElse(asGiven));
                progress.accept((number + 1.0) / count);
            }
        }
        music.offGrid().ifPresent(given::remark);
        music.loss(space).ifPresent(given::remark);
        NamedRecipes names = given.named(piece, decoding);
        return given.outcome(count == 1 ? names.one(recipes.getFirst()) : names.numbered(recipes));
    }
}
