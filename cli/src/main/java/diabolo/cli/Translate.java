package diabolo.cli;

import diabolo.latent.CodeOperations;
import diabolo.latent.Heading;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a piece as two others lie apart. */
@Command(
        name = "translate",
        description = "Moves a piece as two others lie apart.",
        footer = {"%nExample:", "  diabolo translate tune.mid --from plain.mid --to swing.mid"})
final class Translate extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The piece to move.")
    private Path piece = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "Where the move begins.")
    private Path from = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "Where it ends.")
    private Path to = Path.of("");

    @Option(names = "--strength", paramLabel = "X", description = "How much of the move (${DEFAULT-VALUE}).")
    private double strength = 1;

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        float[][] codes = encode(space, piece);
        float[][] start = encode(space, from);
        float[][] end = encode(space, to);
        float[][] moved = CodeOperations.translate(codes, start, end, strength);
        if (start.length > 1 || end.length > 1) {
            remark("%s has %s and %s %d: the piece is moved as the means of their codes lie apart."
                    .formatted(from, Plural.of(start.length, "window"), to, end.length));
        }
        return one(
                piece,
                space.recipe("translate", moved)
                        .withDetails(Map.of(
                                "file", piece.toString(),
                                "from", from.toString(),
                                "to", to.toString(),
                                "strength", String.valueOf(strength))));
    }

    @Override
    Heading heading(List<Heading> given) {
        return given.getFirst().moved(given.get(1), given.get(2));
    }
}
