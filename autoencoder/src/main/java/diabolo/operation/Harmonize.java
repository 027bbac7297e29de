package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.search.Harmonization;
import diabolo.search.Harmonizer;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * A melody with an accompaniment that is searched for in a model of piano rolls (Sun 2015): see {@link Harmonizer}.
 *
 * <pre>{@code
 * Outcome outcome = new Harmonize(Source.of(ode), Harmonize.Search.DEFAULT).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Harmonized} says how the search went.
 *
 * @param melody which is kept note for note; of several voices, the highest
 * @param decoding of the accompaniment; the search begins from chance of its seed, and looks for codes at its threshold
 */
public record Harmonize(Source.Music melody, Search search, Decoding decoding) implements Operation {

    /**
     * How it searches; see {@link Harmonizer.Settings}.
     *
     * @param updates in each window, 1 to 100,000
     * @param starts codes to begin from, of which the best end is kept, 1 to 64
     * @param learningRate of Adam, above 0
     */
    public record Search(int updates, int starts, double learningRate) {

        public static final Search DEFAULT = new Search(
                Harmonizer.Settings.DEFAULT.updates(),
                Harmonizer.Settings.DEFAULT.starts(),
                Harmonizer.Settings.DEFAULT.learningRate());

        public Search {
            new Harmonizer.Settings(updates, starts, learningRate, 0.5, 0); // refuses what is out of range
        }

        public Search(int updates, int starts) {
            this(updates, starts, DEFAULT.learningRate());
        }
    }

    /** At Sun's threshold of 0.4. */
    public static final Decoding DECODING = Decoding.DEFAULT.withThreshold(Harmonizer.Settings.DEFAULT.threshold());

    public Harmonize {
        requireNonNull(melody, "melody");
        requireNonNull(search, "search");
        requireNonNull(decoding, "decoding");
    }

    public Harmonize(Source.Music melody, Search search) {
        this(melody, search, DECODING);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        Harmonizer.Settings settings = new Harmonizer.Settings(
                search.updates(), search.starts(), search.learningRate(), decoding.threshold(), decoding.seed());
        GivenSources given = new GivenSources(space);
        GivenMusic music = given.read(melody);
        Harmonization found = new Harmonizer(space, settings).harmonize(music.music(), progress);
        if (found.leftOutNotes() + found.shortenedNotes() > 0) {
            given.remark(new Remark.HighestLine(melody.name(), found.leftOutNotes(), found.shortenedNotes()));
        }
        music.seams(space, found.windows()).ifPresent(given::remark);
        given.remark(new Remark.Harmonized(
                found.melodyRecall(), found.windows(), space.representation().steps(), found.millis()));
        Recipe made = NamedRecipes.detailed(found.piece().provenance().recipe(), "melody", melody.name())
                .withTemperature(decoding.temperature());
        Recipe recipe = given.bars()
                .map(bars -> NamedRecipes.detailed(made, "bars", bars))
                .orElse(made);
        return given.outcome(List.of(new NamedRecipe(name(melody.name()), recipe)));
    }

    /** How the piece of a melody is named: known before the search, so that a file in its place can be refused before it. */
    public static String name(String melody) {
        return NamedRecipes.name(melody, "harmonized");
    }
}
