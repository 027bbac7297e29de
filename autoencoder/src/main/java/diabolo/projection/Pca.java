package diabolo.projection;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * The projection onto the two directions in which the points vary most.
 *
 * <pre>{@code
 * float[][] plane = new Pca().of(codes, RandomSource.of(7), progress -> {}); // [codes][2]
 * }</pre>
 *
 * <p>Fast, linear and faithful to large distances; not for curved sheets, which it lays over themselves. The directions and variances
 * themselves are those of {@link PrincipalComponents}. Points of one dimension get a second coordinate of 0.
 */
public record Pca() implements Projection {

    @Override
    public float[][] of(float[][] points, RandomSource random, DoubleConsumer progress) {
        return to(2, points, random, progress);
    }

    /** The projection to so many dimensions, the last of them 0 where the points have fewer. */
    static float[][] to(int dimensions, float[][] points, RandomSource random, DoubleConsumer progress) {
        int components = Math.min(dimensions, Points.check(points, 2));
        float[][] projected =
                PrincipalComponents.of(points, components, random, progress).project(points);
        return Arrays.stream(projected)
                .map(point -> Arrays.copyOf(point, dimensions))
                .toArray(float[][]::new);
    }
}
