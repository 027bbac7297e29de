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
 * Continues a piece to the end of a window of the model: see {@link Continuation}.
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
