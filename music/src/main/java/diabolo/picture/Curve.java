package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A named curve. A point that is not finite leaves a gap.
 *
 * <pre>{@code
 * Curve.of("held out", List.of(0.52, 0.31, 0.27)); // at 1, 2 and 3
 * }</pre>
 *
 * <p>Immutable.
 */
public record Curve(String name, List<Point> points) {

    public Curve {
        requireNonNull(name, "name");
        points = List.copyOf(points);
    }

    /** Values at 1, 2, 3 and so on, as epochs are counted. */
    public static Curve of(String name, List<Double> values) {
        return new Curve(
                name,
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Point(i + 1, values.get(i)))
                        .toList());
    }
}
