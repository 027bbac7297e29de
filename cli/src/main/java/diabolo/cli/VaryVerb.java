package diabolo.cli;

import diabolo.operation.Operation;
import diabolo.operation.Vary;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Variations of a piece. */
@Command(
        name = "vary",
        description = "Makes variations of a piece: neighbours of its code, each in another direction.",
        footer = {"%nExample:", "  diabolo vary rag.mid --distance 0.5 --count 3"})
final class VaryVerb extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The piece to vary.")
    private Path piece = Path.of("");

    @Option(names = "--distance", paramLabel = "D", description = "How far from its code (${DEFAULT-VALUE}).")
    private double distance = 1;

    @Option(names = "--count", paramLabel = "N", description = "How many variations, 1 to 1000 (${DEFAULT-VALUE}).")
    private int count = 5;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Vary(files.source(piece), distance, count, decoding());
    }
}
