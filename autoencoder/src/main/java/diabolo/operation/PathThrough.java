package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * An interpolation path through several pieces in order: its points, and the whole path as one piece.
 *
 * <pre>{@code
 * Outcome outcome = new PathThrough(List.of(blues, waltz, blues), 5, Interpolation.LINEAR).on(space);
 * }</pre>
 *
 * @param pieces 2 to 1,000 of one length
 * @param count points from one piece to the next, both included, 2 to 1,000
 */
public record PathThrough(List<Source> pieces, int count, Interpolation interpolation, Decoding decoding)
        implements Operation {

    public PathThrough {
        pieces = List.copyOf(pieces);
        requireBetween("the number of pieces", pieces.size(), 2, 1000);
        requireBetween("count", count, 2, 1000);
        requireNonNull(interpolation, "interpolation");
        requireNonNull(decoding, "decoding");
    }

    public PathThrough(List<Source> pieces, int count, Interpolation interpolation) {
        this(pieces, count, interpolation, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        List<float[][]> codes = given.encodeAlike(pieces);
        Map<String, String> details = Interpolate.details(pieces, interpolation);
        List<Recipe> points = CodeOperations.path(codes, count, interpolation).stream()
                .map(point -> space.recipe("path", point).withDetails(details))
                .toList();
        return given.outcome(given.named(pieces.getFirst(), decoding).path(points));
    }
}
