package diabolo.cli;

import diabolo.latent.Interpolation;
import diabolo.operation.Operation;
import diabolo.operation.PathThrough;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A way through several pieces. */
@Command(
        name = "path",
        description = "Leads through pieces in their order.",
        footer = {"%nExample:", "  diabolo path blues.mid waltz.mid blues.mid --count 5"})
final class PathThroughVerb extends LatentVerb {

    @Parameters(paramLabel = "FILE", arity = "2..*", description = "Pieces of the same number of bars.")
    private List<Path> pieces = List.of();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Points from a piece to the next, both included (${DEFAULT-VALUE}).")
    private int count = 5;

    @Option(names = "--linear", description = "Straight between the codes; else on arcs.")
    private boolean linear;

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return new PathThrough(
                files.sources(pieces), count, linear ? Interpolation.LINEAR : Interpolation.SPHERICAL, decoding());
    }
}
