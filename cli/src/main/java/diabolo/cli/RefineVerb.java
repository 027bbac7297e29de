package diabolo.cli;

import diabolo.operation.Operation;
import diabolo.operation.Refine;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Encodes and decodes a piece until nothing changes. */
@Command(
        name = "refine",
        description = "Encodes and decodes a piece again and again, until nothing changes.",
        footer = {"%nExample:", "  diabolo refine rag.mid --iterations 50"})
final class RefineVerb extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The piece to refine.")
    private Path piece = Path.of("");

    @Option(names = "--iterations", paramLabel = "N", description = "The most rounds, 1 to 10000 (${DEFAULT-VALUE}).")
    private int iterations = 100;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Refine(files.music(piece), iterations, decoding());
    }
}
