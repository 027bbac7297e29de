package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.Provenance;
import diabolo.latent.Recipe;
import diabolo.search.Continuation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;

/**
 * A piece and what follows it, to the end of a window of the model: see {@link Continuation}.
 *
 * <pre>{@code
 * Outcome outcome = new Continue(Source.of(opening), 4, Continue.Search.DEFAULT).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Continued} says of each how it goes on.
 *
 * @param piece the beginning, which is kept; its last notes may sound on
 * @param count continuations, 1 to 1,000
 */
public record Continue(Source.Music piece, int count, Search search, Decoding decoding) implements Operation {

    /**
     * How far it goes and searches.
     *
     * @param windows how many windows further, the one counted in which the piece ends if a quarter of it is left; 1 to 100
     * @param tries codes in the first round and in each that follows, 1 to 100,000
     * @param rounds of search around the best, 0 to 100
     */
    public record Search(int windows, int tries, int rounds) {

        public static final Search DEFAULT = new Search(
                Continuation.Settings.DEFAULT.windows(),
                Continuation.Settings.DEFAULT.tries(),
                Continuation.Settings.DEFAULT.rounds());

        public Search {
            new Continuation.Settings(tries, rounds, windows, 0, 0); // refuses what is out of range
        }
    }

    public Continue {
        requireNonNull(piece, "piece");
        requireBetween("count", count, 1, 1000);
        requireNonNull(search, "search");
        requireNonNull(decoding, "decoding");
    }

    public Continue(Source.Music piece, int count, Search search) {
        this(piece, count, search, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        Continuation.Settings settings = new Continuation.Settings(
                search.tries(), search.rounds(), search.windows(), decoding.temperature(), decoding.seed());
        GivenSources given = new GivenSources(space);
        GivenMusic music = given.read(piece);
        List<Recipe> recipes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int before = number;
            Continuation found = Continuation.of(
                    space, music.passage(), settings, number, done -> progress.accept((before + done) / count));
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
