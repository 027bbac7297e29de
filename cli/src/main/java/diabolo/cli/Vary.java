package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.CodeOperations;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
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

    private float[][] origin = {};
    private final IntSummaryStatistics changedSteps = new IntSummaryStatistics();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        requireBetween("--count", count, 1, 1000);
        float[][] codes = encode(space, piece);
        origin = codes;
        Map<String, String> details = Map.of("file", piece.toString(), "distance", String.valueOf(distance));
        RandomSource random = RandomSource.of(seed());
        return numbered(
                piece,
                IntStream.range(0, count)
                        .mapToObj(i -> CodeOperations.vary(codes, distance, random.derive("neighbour", i)))
                        .map(neighbour -> space.recipe("vary", neighbour).withDetails(details))
                        .toList());
    }

    @Override
    void written(LatentSpace space, GeneratedPiece variation) {
        Recipe made = variation.provenance().recipe();
        Recipe byTheSameChance = space.recipe(made.operation(), origin)
                .withNumber(made.number())
                .withSeed(made.seed())
                .withTemperature(made.temperature());
        List<Frames> unmoved = space.render(byTheSameChance).windows();
        int changed = 0;
        for (int window = 0; window < unmoved.size(); window++) {
            changed += space.representation()
                    .differingSteps(unmoved.get(window), variation.windows().get(window));
        }
        changedSteps.accept(changed);
    }

    @Override
    void afterwards(LatentSpace space) {
        String from = changedSteps.getMin() == changedSteps.getMax() ? "" : changedSteps.getMin() + " to ";
        messages()
                .printf(
                        "The variations differ from what %s makes of the piece by itself in %s%d of %d steps.%s%n",
                        space.description().name(),
                        from,
                        changedSteps.getMax(),
                        origin.length * space.representation().steps(),
                        changedSteps.getMax() == 0 ? " Take a larger --distance." : "");
    }
}
