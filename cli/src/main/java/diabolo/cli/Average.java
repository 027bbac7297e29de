package diabolo.cli;

import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What lies in the middle of pieces. */
@Command(
        name = "average",
        description = "Makes the piece whose code is the mean of those of others.",
        footer = {"%nExample:", "  diabolo average blues.mid waltz.mid tango.mid"})
final class Average extends LatentVerb {

    @Parameters(paramLabel = "FILE", arity = "2..*", description = "Pieces of the same number of bars.")
    private List<Path> files = List.of();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        Recipe recipe = space.recipe("average", CodeOperations.average(encodeAlike(space, files)));
        return one(files.getFirst(), recipe.withDetails(Map.of("files", inWords(files))));
    }
}
