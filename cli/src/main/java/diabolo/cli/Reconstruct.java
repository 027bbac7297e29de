package diabolo.cli;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    private Optional<GivenPiece> given = Optional.empty();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        return one(file, space.recipe("reconstruct", codes(space)).withDetails(Map.of("file", file.toString())));
    }

    private float[][] codes(LatentSpace space) throws IOException {
        if (CodeFile.isOne(file)) {
            return encode(space, file);
        }
        GivenPiece piece = read(space, file);
        given = Optional.of(piece);
        float[][] codes = space.encode(piece.passage());
        remarkCut(space, piece);
        return codes;
    }

    /** Of codes nobody knows what they were made of. */
    @Override
    void written(LatentSpace space, GeneratedPiece piece) {
        given.map(original ->
                        space.fidelity(original.passage(), piece.windows()).sentence())
                .ifPresent(messages()::println);
    }
}
