package diabolo.operation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * A grid of pieces interpolated between four, row by row.
 *
 * <pre>{@code
 * Outcome outcome = new Grid(List.of(a, b, c, d), 5, Interpolation.SPHERICAL).on(space);
 * }</pre>
 *
 * @param corners 4 of one length: the first two are the ends of the first row, the last two of the last row
 * @param side points a side, 2 to 100
 */
public record Grid(List<Source> corners, int side, Interpolation interpolation, Decoding decoding)
        implements Operation {

    public Grid {
        corners = List.copyOf(corners);
        require(corners.size() == 4, "a grid needs 4 pieces, was given %d".formatted(corners.size()));
        requireBetween("side", side, 2, 100);
        requireNonNull(interpolation, "interpolation");
        requireNonNull(decoding, "decoding");
    }

    public Grid(List<Source> corners, int side, Interpolation interpolation) {
        this(corners, side, interpolation, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        List<List<float[][]>> rows = CodeOperations.grid(given.encodeAlike(corners), side, interpolation);
        Map<String, String> details = Interpolate.details(corners, interpolation);
        List<Recipe> points = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                Recipe point =
                        space.recipe("interpolate", rows.get(row).get(column)).withDetails(details);
                points.add(NamedRecipes.detailed(NamedRecipes.detailed(point, "row", row + 1), "column", column + 1));
            }
        }
        return given.outcome(given.named(corners.getFirst(), decoding).withWhole(points));
    }
}
