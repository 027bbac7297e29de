package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Interpolates between two pieces in the latent space (Roberts et al. 2018): the points of the path, both ends included, and the
 * whole path as one piece.
 *
 * <pre>{@code
 * Outcome outcome = new Interpolate(Source.of(blues), Source.of(waltz), 9, Interpolation.SPHERICAL).on(space);
 * }</pre>
 *
 * @param from of the same length as the other
 * @param count points, both ends included, 2 to 1,000
 */
public record Interpolate(Source from, Source to, int count, Interpolation interpolation, Decoding decoding)
        implements Operation {

    public Interpolate {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireBetween("count", count, 2, 1000);
        requireNonNull(interpolation, "interpolation");
        requireNonNull(decoding, "decoding");
    }

    public Interpolate(Source from, Source to, int count, Interpolation interpolation) {
        this(from, to, count, interpolation, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        List<float[][]> ends = given.encodeAlike(List.of(from, to));
        Map<String, String> details = details(List.of(from, to), interpolation);
        List<Recipe> points = CodeOperations.interpolate(ends.getFirst(), ends.getLast(), count, interpolation).stream()
                .map(point -> space.recipe("interpolate", point).withDetails(details))
                .toList();
        return given.outcome(given.named(from, decoding).path(points));
    }

    static Map<String, String> details(List<Source> sources, Interpolation interpolation) {
        return Map.of(
                "files",
                NamedRecipes.inWords(sources),
                "interpolation",
                interpolation.name().toLowerCase(Locale.ROOT));
    }
}
