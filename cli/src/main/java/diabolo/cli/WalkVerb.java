package diabolo.cli;

import diabolo.operation.Operation;
import diabolo.operation.Walk;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A random walk from a piece. */
@Command(
        name = "walk",
        description = "Walks from a piece at random: every point is a neighbour of the one before.",
        footer = {"%nExample:", "  diabolo walk rag.mid --distance 0.5 --count 8 --seed 3"})
final class WalkVerb extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "Where the walk begins.")
    private Path piece = Path.of("");

    @Option(names = "--distance", paramLabel = "D", description = "From a point to the next (${DEFAULT-VALUE}).")
    private double distance = 1;

    @Option(names = "--count", paramLabel = "N", description = "Points, the piece included (${DEFAULT-VALUE}).")
    private int count = 8;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Walk(files.source(piece), distance, count, decoding());
    }
}
