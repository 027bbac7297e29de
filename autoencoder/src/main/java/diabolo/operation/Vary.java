package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Variations of a piece: neighbours of its code, each in another direction.
 *
 * <pre>{@code
 * Outcome outcome = new Vary(Source.of(rag), 0.5, 3).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Varied} says in how many steps they differ from what the model makes of the piece itself.
 *
 * @param distance of each window's code from the piece's, Euclidean, 0 to 1,000,000; codes of a variational model with n latent
 *     dimensions lie about the square root of n from the origin
 * @param count variations, 1 to 1,000
 */
public record Vary(Source piece, double distance, int count, Decoding decoding) implements Operation {

    public Vary {
        requireNonNull(piece, "piece");
        requireBetween("count", count, 1, 1000);
        requireBetween("distance", distance, 0, 1e6);
        requireNonNull(decoding, "decoding");
    }

    public Vary(Source piece, double distance, int count) {
        this(piece, distance, count, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        float[][] codes = given.encode(piece);
        Map<String, String> details = Map.of("file", piece.name(), "distance", String.valueOf(distance));
        RandomSource random = RandomSource.of(decoding.seed());
        List<NamedRecipe> variations = given.named(piece, decoding)
                .numbered(IntStream.range(0, count)
                        .mapToObj(i -> CodeOperations.vary(codes, distance, random.derive("neighbour", i)))
                        .map(neighbour -> space.recipe("vary", neighbour).withDetails(details))
                        .toList());
        Outcome outcome = given.outcome(variations);
        given.remark(varied(space, codes, outcome.pieces()));
        return given.outcome(variations);
    }

    private static Remark varied(LatentSpace space, float[][] origin, List<NamedRecipe> variations) {
        IntSummaryStatistics changedSteps = variations.stream()
                .mapToInt(variation -> changedSteps(space, origin, variation.recipe()))
                .summaryStatistics();
        return new Remark.Varied(
                space.description().name(),
                changedSteps.getMin(),
                changedSteps.getMax(),
                origin.length * space.representation().steps());
    }

    /** Between a variation and the piece, decoded by the same chance. */
    private static int changedSteps(LatentSpace space, float[][] origin, Recipe variation) {
        Recipe byTheSameChance = space.recipe(variation.operation(), origin)
                .withNumber(variation.number())
                .withSeed(variation.seed())
                .withTemperature(variation.temperature())
                .withThreshold(variation.threshold());
        List<Frames> unmoved = space.render(byTheSameChance).windows();
        List<Frames> moved = space.render(variation).windows();
        int changed = 0;
        for (int window = 0; window < unmoved.size(); window++) {
            changed += space.representation().differingSteps(unmoved.get(window), moved.get(window));
        }
        return changed;
    }
}
