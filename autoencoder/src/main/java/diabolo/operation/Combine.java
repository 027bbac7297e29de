package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.latent.AccompaniedMelody;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.latent.SectionForm;
import diabolo.latent.TuneCombination;
import diabolo.latent.TuneSampler;
import diabolo.model.diffusion.SequencePrior;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * The melody of one tune in the form of another: see {@link TuneCombination}.
 *
 * <pre>{@code
 * Outcome outcome = new Combine(melody, other, Decoding.DEFAULT).on(space);
 * }</pre>
 *
 * @param form the tune whose form is taken
 */
public record Combine(Source.Music melody, Source.Music form, Decoding decoding) implements Operation {

    private static final String NAME = "combine";

    public Combine {
        requireNonNull(melody, "melody");
        requireNonNull(form, "form");
        requireNonNull(decoding, "decoding");
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        SequencePrior prior = space.sequencePrior()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s does not know which windows follow each other, which combining needs; choose tune-16bar"
                                .formatted(space.description().name())));
        GivenSources given = new GivenSources(space);
        AccompaniedMelody accompanied = AccompaniedMelody.of(melody.piece());
        GivenMusic music = given.read(new Source.Music(melody.name(), accompanied.melody(), melody.selection()));
        NamedRecipes names = given.named(melody, decoding);
        GivenMusic other = new GivenSources(space)
                .read(new Source.Music(
                        form.name(), AccompaniedMelody.of(form.piece()).melody(), form.selection()));
        List<Frames> formed = space.frames(other.passage());
        List<Frames> windows;
        try (TuneSampler sampler = new TuneSampler(space, prior, TuneSampler.Settings.DEFAULT)) {
            windows = new TuneCombination(sampler)
                    .of(space.frames(music.passage()), formed, RandomSource.of(decoding.seed()));
        }
        Recipe recipe = space.allGiven(NAME, windows)
                .withDetails(Map.of(
                        "melody", melody.name(),
                        "form of", form.name(),
                        "form", SectionForm.of(formed, space.representation()).letters()));
        music.offGrid().ifPresent(given::remark);
        music.loss(space).ifPresent(given::remark);
        return given.outcome(names.one(
                accompanied.isAccompanied()
                        ? recipe.withAccompaniment(AccompaniedMelody.found(space, recipe, music.passage()))
                        : recipe));
    }
}
