package diabolo.lecture.dimension;

import diabolo.tensor.RandomSource;
import java.util.stream.IntStream;

/** Points whose coordinates are torn from each other: each column in a random order of its own, so that its distribution stays. */
final class ShuffledColumns {

    private ShuffledColumns() {}

    /** [points][dimensions], as given; what is given is left alone. */
    static float[][] of(float[][] points, RandomSource random) {
        float[][] shuffled = new float[points.length][points[0].length];
        IntStream.range(0, points[0].length).parallel().forEach(column -> {
            int[] order = random.derive("shuffled column", column).permutation(points.length);
            for (int point = 0; point < points.length; point++) {
                shuffled[point][column] = points[order[point]][column];
            }
        });
        return shuffled;
    }
}
