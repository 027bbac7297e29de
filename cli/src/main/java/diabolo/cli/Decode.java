package diabolo.cli;

import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The music of given codes. */
@Command(
        name = "decode",
        description =
                "Makes pieces of codes: vectors, or what `diabolo encode --json` printed, with its tempo, metre and key, or the JSON beside a piece.",
        footer = {"%nExample:", "  diabolo decode --latent codes.json"})
final class Decode extends LatentVerb {

    @Option(
            names = "--latent",
            required = true,
            paramLabel = "JSON",
            description = "An array of vectors, of which each is a piece; windows of one file in a row are one.")
    private Path latent = Path.of("");

    @Option(names = "--greedy", description = "The likely notes, which is temperature 0.")
    private boolean greedy;

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        if (greedy && temperature() != 0) {
            throw wrongUsage("--greedy is temperature 0, was %s; leave one of them out".formatted(temperature()));
        }
        Map<String, String> details = Map.of("latent", latent.toString());
        List<CodeFile.Piece> pieces = CodeFile.read(space, latent);
        pieces.stream()
                .mapToInt(piece -> piece.codes().length)
                .filter(windows -> windows > 1)
                .forEach(windows ->
                        remark("%d windows of %d steps are decoded one after the other: nothing ties one to the next."
                                .formatted(windows, space.representation().steps())));
        return numbered(
                latent,
                pieces.stream()
                        .map(piece -> piece.heading()
                                .over(space.recipe("decode", piece.codes()).withDetails(details)))
                        .toList());
    }
}
