package diabolo.lecture.dimension;

import diabolo.projection.NearestNeighbourClassifier;
import diabolo.tensor.RandomSource;
import java.util.stream.IntStream;

/**
 * A task that one coordinate decides and the others disturb: whether the first is above a half.
 *
 * <pre>{@code
 * new NoiseDimensions(1_000, 3).error(100, RandomSource.of(1)); // about 0.4: with one dimension 0
 * }</pre>
 *
 * @param points to learn from, and as many to test on
 * @param neighbours that vote
 */
record NoiseDimensions(int points, int neighbours) {

    /** The share of test points that their neighbours classify wrongly. */
    double error(int dimensions, RandomSource random) {
        float[][] training = RandomPoints.UNIFORM.points(
                points, dimensions, random.derive("noise, training", dimensions).generator());
        float[][] test = RandomPoints.UNIFORM.points(
                points, dimensions, random.derive("noise, test", dimensions).generator());
        return 1 - new NearestNeighbourClassifier(training, labels(training), neighbours).accuracy(test, labels(test));
    }

    private static int[] labels(float[][] points) {
        return IntStream.range(0, points.length)
                .map(point -> points[point][0] > 0.5f ? 1 : 0)
                .toArray();
    }
}
