package diabolo.cli;

import diabolo.operation.Operation;
import diabolo.operation.Translate;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a piece as two others lie apart. */
@Command(
        name = "translate",
        description = "Moves a piece as two others lie apart.",
        footer = {"%nExample:", "  diabolo translate tune.mid --from plain.mid --to swing.mid"})
final class TranslateVerb extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The piece to move.")
    private Path piece = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "Where the move begins.")
    private Path from = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "Where it ends.")
    private Path to = Path.of("");

    @Option(names = "--strength", paramLabel = "X", description = "How much of the move (${DEFAULT-VALUE}).")
    private double strength = 1;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Translate(files.source(piece), files.source(from), files.source(to), strength, decoding());
    }
}
