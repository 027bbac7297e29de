package diabolo.cli;

import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a model makes of a piece. */
@Command(
        name = "reconstruct",
        description = "Encodes a piece and decodes it again: what the model makes of it.",
        footer = {"%nExample:", "  diabolo reconstruct rag.mid"})
final class Reconstruct extends LatentVerb {

    @Parameters(paramLabel = "FILE", description = "A piece as MIDI, MusicXML or ABC.")
    private Path file = Path.of("");

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        Recipe recipe = space.recipe("reconstruct", encode(space, file));
        return one(file, recipe.withDetails(Map.of("file", file.toString())));
    }
}
