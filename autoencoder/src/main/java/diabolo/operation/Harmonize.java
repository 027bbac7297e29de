package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.Recipe;
import diabolo.search.Harmonization;
import diabolo.search.Harmonizer;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Harmonizes a melody: searches for an accompaniment in a model of piano rolls (Sun 2015): see {@link Harmonizer}.
 *
 * <pre>{@code
 * Outcome outcome = new Harmonize(Source.of(ode), Harmonizer.Settings.DEFAULT).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Harmonized} gives the melody recall and the time of the search.
 *
 * @param melody which is kept note for note; of several voices, the highest
 * @param decoding of the accompaniment; its seed and threshold are also those of the search
 */
public record Harmonize(Source.Music melody, Harmonizer.Settings search, Decoding decoding) implements Operation {

    /** At Sun's threshold of 0.4. */
    public static final Decoding DECODING = Decoding.DEFAULT.withThreshold(Harmonizer.THRESHOLD);

    public Harmonize {
        requireNonNull(melody, "melody");
        requireNonNull(search, "search");
        requireNonNull(decoding, "decoding");
    }

    public Harmonize(Source.Music melody, Harmonizer.Settings search) {
        this(melody, search, DECODING);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        GivenMusic music = given.read(melody);
        Harmonization found =
                new Harmonizer(space, search).harmonize(music.music(), decoding.seed(), decoding.threshold(), progress);
        if (found.leftOutNotes() + found.shortenedNotes() > 0) {
            given.remark(new Remark.HighestLine(melody.name(), found.leftOutNotes(), found.shortenedNotes()));
        }
        music.seams(space, found.windows()).ifPresent(given::remark);
        given.remark(new Remark.Harmonized(
                found.melodyRecall(), found.windows(), space.representation().steps(), found.millis()));
        Recipe made = NamedRecipes.detailed(found.piece().provenance().recipe(), "melody", melody.name())
                .with(decoding.chance(0));
        Recipe recipe = given.bars()
                .map(bars -> NamedRecipes.detailed(made, "bars", bars))
                .orElse(made);
        return given.outcome(List.of(new NamedRecipe(name(melody.name()), recipe)));
    }

    /** The name of a melody's piece, so that an existing file can be refused before the search. */
    public static String name(String melody) {
        return name(melody, "harmonized");
    }

    /** The same for another kind of accompaniment. */
    public static String name(String melody, String kind) {
        return NamedRecipes.name(melody, kind);
    }
}
