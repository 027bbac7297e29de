package diabolo.cli;

import diabolo.latent.Continuation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a piece. */
@Command(
        name = "continue",
        description = "Goes on with a piece to the end of the model's window: searches a code that begins as it does.",
        footer = {"%nExample:", "  diabolo continue opening.mid --seed 3"})
final class Continue extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The beginning, which is kept; its last notes may sound on.")
    private Path piece = Path.of("");

    @Option(names = "--tries", paramLabel = "N", description = "Codes tried in each round (${DEFAULT-VALUE}).")
    private int tries = 256;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of search around the best (${DEFAULT-VALUE}).")
    private int rounds = 8;

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        GivenPiece given = read(space, piece);
        Continuation found = Continuation.of(space, given.passage(), new Continuation.Settings(tries, rounds, seed()));
        given.bent().ifPresent(this::remark);
        given.loss(space).ifPresent(this::remark);
        given.seams(space, given.windows(space)).ifPresent(this::remark);
        remark(String.format(
                Locale.ROOT,
                "By itself the code that was found agrees with the given %s to %.0f %% (F1 of the cells).",
                Plural.of(found.givenSteps(), "step"),
                100 * found.agreement()));
        return one(
                piece,
                found.recipe()
                        .withDetails(Map.of(
                                "file", piece.toString(),
                                "tries", String.valueOf(tries),
                                "rounds", String.valueOf(rounds),
                                "agreement", String.format(Locale.ROOT, "%.3f", found.agreement()))));
    }
}
