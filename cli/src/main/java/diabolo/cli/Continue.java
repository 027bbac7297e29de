package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.Continuation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a piece. */
@Command(
        name = "continue",
        description =
                "Goes on with a piece to the end of a window of the model: searches a code that begins as the piece ends, and writes on.",
        footer = {"%nExample:", "  diabolo continue opening.mid --seed 3 --count 4"})
final class Continue extends LatentVerb {

    /** From so much of it on, what follows counts as a copy. */
    private static final double COPY = 0.9;

    @Parameters(paramLabel = "PIECE", description = "The beginning, which is kept; its last notes may sound on.")
    private Path piece = Path.of("");

    @Option(names = "--count", paramLabel = "N", description = "How many continuations, 1 to 1000 (${DEFAULT-VALUE}).")
    private int count = 1;

    @Option(
            names = "--windows",
            paramLabel = "N",
            description =
                    "How many windows of the model it goes on, that counted in which the piece ends, if a quarter of it is left (${DEFAULT-VALUE}).")
    private int windows = Continuation.Settings.DEFAULT.windows();

    @Option(names = "--tries", paramLabel = "N", description = "Codes tried in each round (${DEFAULT-VALUE}).")
    private int tries = Continuation.Settings.DEFAULT.tries();

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of search around the best (${DEFAULT-VALUE}).")
    private int rounds = Continuation.Settings.DEFAULT.rounds();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        requireBetween("--count", count, 1, 1000);
        Continuation.Settings settings = new Continuation.Settings(tries, rounds, windows, temperature(), seed());
        GivenPiece given = read(space, piece);
        List<Recipe> recipes = new ArrayList<>();
        try (SearchProgress progress = new SearchProgress(messages())) {
            for (int number = 0; number < count; number++) {
                int before = number;
                Continuation found = Continuation.of(
                        space, given.passage(), settings, number, done -> progress.accept((before + done) / count));
                remark(heard(found, number));
                recipes.add(found.recipe().withDetails(details(found)));
            }
        }
        given.bent().ifPresent(this::remark);
        given.loss(space).ifPresent(this::remark);
        return count == 1 ? one(piece, recipes.getFirst()) : numbered(piece, recipes);
    }

    private String heard(Continuation found, int number) {
        String sentence = String.format(
                Locale.ROOT,
                "%sAfter the given %s follow %.2f onsets a step, where the piece has %.2f%s; by itself the code agrees with the piece to %.0f %% (F1 of the cells).",
                count == 1 ? "" : "Number %d: ".formatted(number + 1),
                Plural.of(found.givenSteps(), "step"),
                found.densityAdded(),
                found.densityGiven(),
                learned(found),
                100 * found.agreement());
        boolean thin = found.densityAdded() < found.densityGiven() / 2;
        boolean copy = found.originality().similarity() >= COPY;
        return thin || copy
                ? sentence + " That is %s: try another --seed, or more --tries.".formatted(thin ? "thin" : "a copy")
                : sentence;
    }

    private static String learned(Continuation found) {
        double percent = 100 * found.originality().similarity();
        return switch (found.originality().measure()) {
            case NOTHING, NO_MEMORY -> "";
            case CELLS ->
                String.format(
                        Locale.ROOT,
                        ", and %.0f %% of what follows sounds in the closest window learned from",
                        percent);
            case PHRASES ->
                String.format(Locale.ROOT, ", and %.0f %% of the phrases that follow were learned from", percent);
        };
    }

    private Map<String, String> details(Continuation found) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("file", piece.toString());
        details.put("windows", String.valueOf(windows));
        details.put("tries", String.valueOf(tries));
        details.put("rounds", String.valueOf(rounds));
        details.put("agreement", String.format(Locale.ROOT, "%.3f", found.agreement()));
        if (!learned(found).isEmpty()) {
            details.put(
                    "similarity added",
                    String.format(Locale.ROOT, "%.3f", found.originality().similarity()));
        }
        return details;
    }
}
