package diabolo.cli;

import diabolo.operation.Average;
import diabolo.operation.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What lies in the middle of pieces. */
@Command(
        name = "average",
        description = "Makes the piece whose code is the mean of those of others.",
        footer = {"%nExample:", "  diabolo average blues.mid waltz.mid tango.mid"})
final class AverageVerb extends LatentVerb {

    @Parameters(paramLabel = "FILE", arity = "2..*", description = "Pieces of the same number of bars.")
    private List<Path> pieces = List.of();

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new Average(files.sources(pieces), decoding());
    }
}
