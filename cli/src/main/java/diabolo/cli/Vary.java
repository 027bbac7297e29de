package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Variations of a piece. */
@Command(
        name = "vary",
        description = "Makes variations of a piece: neighbours of its code, each in another direction.",
        footer = {"%nExample:", "  diabolo vary rag.mid --distance 0.5 --count 3"})
final class Vary extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The piece to vary.")
    private Path piece = Path.of("");

    @Option(names = "--distance", paramLabel = "D", description = "How far from its code (${DEFAULT-VALUE}).")
    private double distance = 1;

    @Option(names = "--count", paramLabel = "N", description = "How many variations, 1 to 1000 (${DEFAULT-VALUE}).")
    private int count = 5;

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        requireBetween("--count", count, 1, 1000);
        float[][] codes = encode(space, piece);
        Map<String, String> details = Map.of("file", piece.toString(), "distance", String.valueOf(distance));
        RandomSource random = RandomSource.of(seed());
        return numbered(
                piece,
                IntStream.range(0, count)
                        .mapToObj(i -> CodeOperations.vary(codes, distance, random.derive("neighbour", i)))
                        .map(neighbour -> space.recipe("vary", neighbour).withDetails(details))
                        .toList());
    }
}
