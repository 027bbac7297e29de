package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * A random walk from a piece: every point is a neighbour of the previous one. The points, and the whole walk as one piece.
 *
 * <pre>{@code
 * Outcome outcome = new Walk(Source.of(rag), 0.5, 8).on(space);
 * }</pre>
 *
 * @param distance from one point to the next, Euclidean, 0 to 1,000,000
 * @param count points, the piece included, 1 to 1,000
 */
public record Walk(Source piece, double distance, int count, Decoding decoding) implements Operation {

    public Walk {
        requireNonNull(piece, "piece");
        requireBetween("count", count, 1, 1000);
        requireBetween("distance", distance, 0, 1e6);
        requireNonNull(decoding, "decoding");
    }

    public Walk(Source piece, double distance, int count) {
        this(piece, distance, count, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        float[][] start = given.encode(piece);
        Map<String, String> details = Vary.details(piece, distance);
        List<Recipe> points = CodeOperations.walk(start, distance, count, RandomSource.of(decoding.seed())).stream()
                .map(point -> space.recipe("walk", point).withDetails(details))
                .toList();
        return given.outcome(given.named(piece, decoding).path(points));
    }
}
