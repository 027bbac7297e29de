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
 * Variations of a piece: neighbours of its code in random directions.
 *
 * <pre>{@code
 * Outcome outcome = new Vary(Source.of(rag), 0.5, 3).on(space);
 * }</pre>
 *
 * <p>{@link Remark.Varied} gives the number of steps in which they differ from the reconstruction of the piece.
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
        List<NamedRecipe> variations = given.named(piece, decoding)
                .numbered(neighbours(codes).stream()
                        .map(neighbour -> space.recipe("vary", neighbour).withDetails(details(piece, distance)))
                        .toList());
        Outcome outcome = given.outcome(variations);
        given.remark(varied(space, codes, outcome.pieces()));
        return given.outcome(variations);
    }

    static Map<String, String> details(Source piece, double distance) {
        return Map.of("file", piece.name(), "distance", String.valueOf(distance));
    }

    List<float[][]> neighbours(float[][] codes) {
        RandomSource random = RandomSource.of(decoding.seed());
        return IntStream.range(0, count)
                .mapToObj(i -> CodeOperations.vary(codes, distance, random.derive("neighbour", i)))
                .toList();
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

    /** Between a variation and the piece, decoded with the same seed. */
    private static int changedSteps(LatentSpace space, float[][] origin, Recipe variation) {
        Recipe unmovedRecipe = space.recipe(variation.operation(), origin).with(variation.chance());
        List<Frames> unmoved = space.render(unmovedRecipe).windows();
        List<Frames> moved = space.render(variation).windows();
        int changed = 0;
        for (int window = 0; window < unmoved.size(); window++) {
            changed += space.representation().differingSteps(unmoved.get(window), moved.get(window));
        }
        return changed;
    }
}
