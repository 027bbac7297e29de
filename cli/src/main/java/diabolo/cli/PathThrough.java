package diabolo.cli;

import diabolo.latent.CodeOperations;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A way through several pieces. */
@Command(
        name = "path",
        description = "Leads through pieces in their order.",
        footer = {"%nExample:", "  diabolo path blues.mid waltz.mid blues.mid --count 5"})
final class PathThrough extends LatentVerb {

    @Parameters(paramLabel = "FILE", arity = "2..*", description = "Pieces of the same number of bars.")
    private List<Path> files = List.of();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Points from a piece to the next, both included (${DEFAULT-VALUE}).")
    private int count = 5;

    @Option(names = "--linear", description = "Straight between the codes; else on arcs.")
    private boolean linear;

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        Interpolation interpolation = linear ? Interpolation.LINEAR : Interpolation.SPHERICAL;
        Map<String, String> details = Map.of(
                "files", inWords(files), "interpolation", interpolation.name().toLowerCase(Locale.ROOT));
        return way(
                space,
                files.getFirst(),
                CodeOperations.path(encodeAlike(space, files), count, interpolation).stream()
                        .map(point -> space.recipe("path", point).withDetails(details))
                        .toList());
    }
}
