package diabolo.lecture.dimension;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How many random points a cube needs until most queries have one near them in every coordinate.
 *
 * <pre>{@code
 * new CubeCover(0.1, 400).pointsNeeded(3, RandomSource.of(1)); // about 130: five times as many as in two dimensions
 * }</pre>
 *
 * <p>A point is near if no coordinate differs by more than the radius. Of a cover by n such cubes every one has the volume (2ε)^d, so
 * n grows like ε^-d (Mallat, Collège de France, 2018).
 *
 * @param radius 0 to 1/2
 * @param queries how many the median is of
 */
record CubeCover(double radius, int queries) {

    /** Beyond that it takes too long. */
    private static final int MOST_POINTS = 4_000_000;

    /** Points are added one by one until half of the queries have had one near: how many that took. */
    int pointsNeeded(int dimensions, RandomSource random) {
        double[] waited = IntStream.range(0, queries)
                .parallel()
                .mapToDouble(query -> waited(
                        dimensions, random.derive("cover " + dimensions, query).generator()))
                .sorted()
                .toArray();
        return (int) Arrays.stream(waited).skip(queries / 2).findFirst().orElseThrow();
    }

    private double waited(int dimensions, RandomGenerator random) {
        double[] query = random.doubles(dimensions).toArray();
        for (int points = 1; points < MOST_POINTS; points++) {
            if (isNear(query, random)) {
                return points;
            }
        }
        return MOST_POINTS;
    }

    private boolean isNear(double[] query, RandomGenerator random) {
        boolean near = true;
        for (int i = 0; i < query.length && near; i++) {
            near = Math.abs(query[i] - random.nextDouble()) <= radius;
        }
        return near;
    }

    /**
     * The same by calculation, leaving out that a cube around a query may reach over the edge: ln 2 / (2ε)^d.
     */
    double expected(int dimensions) {
        return Math.log(2) / Math.pow(2 * radius, dimensions);
    }
}
