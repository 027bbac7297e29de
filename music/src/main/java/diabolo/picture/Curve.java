package diabolo.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A named curve. A point that is not finite leaves a gap.
 *
 * <pre>{@code
 * Curve.of("held out", List.of(0.52, 0.31, 0.27)); // at 1, 2 and 3
 * Curve.of("mean of ten seeds", means).between(Curve.of("", lowest), Curve.of("", highest));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param low with high the borders of a band around the curve, such as the lowest and highest of several runs; empty for none
 */
public record Curve(String name, List<Point> points, List<Point> low, List<Point> high) {

    public Curve {
        requireNonNull(name, "name");
        points = List.copyOf(points);
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    /** Without a band. */
    public Curve(String name, List<Point> points) {
        this(name, points, List.of(), List.of());
    }

    /** Values at 1, 2, 3 and so on, as epochs are counted. */
    public static Curve of(String name, List<Double> values) {
        return new Curve(
                name,
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Point(i + 1, values.get(i)))
                        .toList());
    }

    /** The same with a band between two others. */
    public Curve between(Curve lowest, Curve highest) {
        return new Curve(name, points, lowest.points(), highest.points());
    }
}
