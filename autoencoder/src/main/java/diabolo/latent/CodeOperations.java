package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Latent-space arithmetic. A piece is one code per window, [windows][codeSize], and every operation works window by window.
 *
 * <pre>{@code
 * float[][] between = CodeOperations.average(List.of(space.encode(blues), space.encode(waltz)));
 * float[][] near = CodeOperations.vary(space.encode(blues), 2, RandomSource.of(7));
 * }</pre>
 */
public final class CodeOperations {

    private CodeOperations() {}

    /**
     * The points of the interpolation path between two pieces, both ends included.
     *
     * @param count 2 to 1,000
     * @throws IllegalArgumentException if they have unequal numbers of windows
     */
    public static List<float[][]> interpolate(float[][] from, float[][] to, int count, Interpolation interpolation) {
        requireBetween("count", count, 2, 1000);
        requireAlike(List.of(from, to));
        List<float[][]> points = new ArrayList<>(count);
        for (int point = 0; point < count; point++) {
            points.add(between(from, to, (double) point / (count - 1), interpolation));
        }
        return points;
    }

    /**
     * A grid interpolated between four pieces: rows of points, the first between the first two, the last between the last two.
     *
     * @param side points a side, 2 to 100
     */
    public static List<List<float[][]>> grid(List<float[][]> corners, int side, Interpolation interpolation) {
        require(corners.size() == 4, "a grid needs 4 pieces, was given %d".formatted(corners.size()));
        requireBetween("side", side, 2, 100);
        List<float[][]> left = interpolate(corners.get(0), corners.get(2), side, interpolation);
        List<float[][]> right = interpolate(corners.get(1), corners.get(3), side, interpolation);
        List<List<float[][]>> rows = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            rows.add(interpolate(left.get(row), right.get(row), side, interpolation));
        }
        return rows;
    }

    private static float[][] between(float[][] from, float[][] to, double share, Interpolation interpolation) {
        float[][] codes = new float[from.length][];
        for (int window = 0; window < codes.length; window++) {
            codes[window] = interpolation.between(from[window], to[window], share);
        }
        return codes;
    }

    /** The mean of pieces: one or more, with equal numbers of windows. */
    public static float[][] average(List<float[][]> pieces) {
        requireAlike(pieces);
        float[][] mean = new float[pieces.getFirst().length][pieces.getFirst()[0].length];
        for (float[][] piece : pieces) {
            mean = added(mean, piece, 1.0 / pieces.size());
        }
        return mean;
    }

    /**
     * A piece moved by the difference of two others: {@code piece + strength * (to - from)}. The difference is that of their mean
     * codes, so the pieces may have any length.
     */
    public static float[][] translate(float[][] piece, float[][] from, float[][] to, double strength) {
        float[] difference = added(new float[][] {mean(to)}, new float[][] {mean(from)}, -1)[0];
        return along(piece, difference, strength);
    }

    /**
     * Every window moved along a direction.
     *
     * @param strength -1,000,000 to 1,000,000
     */
    public static float[][] along(float[][] piece, float[] direction, double strength) {
        requireBetween("strength", strength, -1e6, 1e6);
        float[][] moved = new float[piece.length][];
        for (int window = 0; window < piece.length; window++) {
            moved[window] = added(new float[][] {piece[window]}, new float[][] {direction}, strength)[0];
        }
        return moved;
    }

    /**
     * A neighbour: every window moved by a distance, each in a uniformly random direction.
     *
     * @param distance Euclidean, 0 or more
     */
    public static float[][] vary(float[][] piece, double distance, RandomSource random) {
        requireBetween("distance", distance, 0, 1e6);
        float[][] neighbour = new float[piece.length][];
        for (int window = 0; window < piece.length; window++) {
            RandomGenerator generator = random.derive("direction", window).generator();
            float[] direction = new float[piece[window].length];
            double squares = 0;
            for (int unit = 0; unit < direction.length; unit++) {
                direction[unit] = (float) generator.nextGaussian();
                squares += direction[unit] * direction[unit];
            }
            neighbour[window] =
                    added(new float[][] {piece[window]}, new float[][] {direction}, distance / Math.sqrt(squares))[0];
        }
        return neighbour;
    }

    /** The Euclidean distance of two codes. */
    public static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int unit = 0; unit < a.length; unit++) {
            squares += Math.pow(a[unit] - b[unit], 2);
        }
        return Math.sqrt(squares);
    }

    /**
     * A random walk: every point is a neighbour of the previous one.
     *
     * @param count points, the start included, 1 to 1,000
     */
    public static List<float[][]> walk(float[][] from, double distance, int count, RandomSource random) {
        requireBetween("count", count, 1, 1000);
        List<float[][]> points = new ArrayList<>();
        points.add(from);
        while (points.size() < count) {
            points.add(vary(points.getLast(), distance, random.derive("point", points.size())));
        }
        return points;
    }

    /**
     * A path through given points, in order.
     *
     * @param each points from one to the next, both included, 2 to 1,000
     */
    public static List<float[][]> path(List<float[][]> through, int each, Interpolation interpolation) {
        require(through.size() >= 2, "a path leads through 2 pieces or more, was given %d".formatted(through.size()));
        List<float[][]> points = new ArrayList<>();
        points.add(through.getFirst());
        for (int i = 1; i < through.size(); i++) {
            List<float[][]> leg = interpolate(through.get(i - 1), through.get(i), each, interpolation);
            points.addAll(leg.subList(1, leg.size()));
        }
        return points;
    }

    private static float[] mean(float[][] windows) {
        float[][] one = new float[1][windows[0].length];
        for (float[] window : windows) {
            one = added(one, new float[][] {window}, 1.0 / windows.length);
        }
        return one[0];
    }

    private static float[][] added(float[][] a, float[][] b, double factor) {
        float[][] sum = new float[a.length][];
        for (int window = 0; window < a.length; window++) {
            require(
                    a[window].length == b[window].length,
                    "codes of one size are needed, were of %d and %d dimensions"
                            .formatted(a[window].length, b[window].length));
            sum[window] = new float[a[window].length];
            for (int unit = 0; unit < sum[window].length; unit++) {
                sum[window][unit] = (float) (a[window][unit] + factor * b[window][unit]);
            }
        }
        return sum;
    }

    private static void requireAlike(List<float[][]> pieces) {
        require(!pieces.isEmpty(), "at least one piece is needed, there was none");
        for (float[][] piece : pieces) {
            require(
                    piece.length == pieces.getFirst().length,
                    "pieces of one length are needed, these have %s windows; cut them to the same number of bars"
                            .formatted(pieces.stream()
                                    .map(codes -> String.valueOf(codes.length))
                                    .collect(Collectors.joining(" and "))));
        }
    }
}
