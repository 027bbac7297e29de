package diabolo.cli;

import diabolo.operation.Continue;
import diabolo.operation.Operation;
import diabolo.search.Continuation;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a piece. */
@Command(
        name = "continue",
        description =
                "Goes on with a piece to the end of a window of the model: searches a code that begins as the piece ends, and writes on.",
        footer = {"%nExample:", "  diabolo continue opening.mid --seed 3 --count 4"})
final class ContinueVerb extends LatentVerb {

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
    Operation operation(GivenFiles files) throws IOException {
        return new Continue(files.music(piece), count, new Continuation.Settings(windows, tries, rounds), decoding());
    }
}
