package exercises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.projection.NearestNeighbourClassifier;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.given.Arrays;
import exercises.given.Digits;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 11, see 11-nearest-neighbours.md. */
@ExerciseTest
class NeighboursTest {

    private static final double[] QUERY = {0, 0};
    private static final double[][] POINTS = {{5, 0}, {0, 1}, {2, 0}, {0, 3}, {0, 7}, {8, 0}, {9, 0}, {0, 10}};
    private static final int[] LABELS = {40, 20, 30, 30, 40, 40, 50, 50
    }; // of the points by distance: 20 30 30 40 40 40 50 50

    @Test
    @Order(1)
    void majorityOfTheNearest(Neighbours neighbours) {
        int label = neighbours.classify(QUERY, POINTS, LABELS, 3);
        if (label != 30) {
            fail(
                    "The labels of the points, from the nearest, are 20 30 30 40 40 40 50 50, and with k = 3 most are 30; classify says %d%s"
                            .formatted(
                                    label,
                                    switch (label) {
                                        case 20 -> ", the label of the nearest point alone.";
                                        case 40 -> ", which most of all points have; only the k nearest vote.";
                                        case 50 -> ", which the farthest have; sort by rising distance.";
                                        default ->
                                            label < POINTS.length
                                                    ? ": that is the number of a point, and not its label."
                                                    : ".";
                                    }));
        }
    }

    @Test
    @Order(2)
    void ofATieTheNearerWins(Neighbours neighbours) {
        int[] labels = {1, 9, 1, 9, 5, 5, 5, 5}; // from the nearest: 9 1 9 1
        assertEquals(
                9,
                neighbours.classify(QUERY, POINTS, labels, 4),
                "With two votes each for 9 and 1, and a 9 nearest, 9 wins (the smaller label wins a tie where votes are counted in an array); the label");
        assertEquals(
                20,
                neighbours.classify(QUERY, POINTS, LABELS, 1),
                "With k = 1 the label is that of the nearest point:");
    }

    @Test
    @Order(3)
    void distancesAreEuclidean(Neighbours neighbours) {
        double[][] points = {{3, 3}, {0, 5}}; // 4.24 and 5; as sums of differences 6 and 5
        assertEquals(
                1,
                neighbours.classify(QUERY, points, new int[] {1, 2}, 1),
                "(3, 3) is at 4.24 from (0, 0), nearer than (0, 5); your distances are sums of differences, not Euclidean, if this gives 2. The label");
    }

    @Test
    @Order(4)
    void likeTheLibrary(Neighbours neighbours) {
        Random random = new Random(11);
        double[][] points = Arrays.gaussian(200, 6, 1, random);
        int[] labels = random.ints(200, 0, 5).toArray();
        double[][] queries = Arrays.gaussian(50, 6, 1, random);
        int[] library =
                new NearestNeighbourClassifier(Arrays.floats(points), labels, 7).classify(Arrays.floats(queries));
        for (int query = 0; query < queries.length; query++) {
            assertEquals(
                    library[query],
                    neighbours.classify(queries[query], points, labels, 7),
                    "Of 50 queries among 200 points, Diabolo classifies number %d with k = 7 otherwise: the label"
                            .formatted(query));
        }
    }

    @Test
    @Order(5)
    void relativeSpread(Neighbours neighbours) {
        double[][] points = Arrays.gaussian(30, 3, 2, new Random(12));
        double[] query = {0.1, -0.2, 0.3};
        double[] distances = distances(query, points, d -> Math.sqrt(sum(d, 2)));
        double[] squared = distances(query, points, d -> sum(d, 2));
        double mean = mean(distances);
        double deviation = deviation(distances);

        Diagnosis.of("The relative spread", deviation / mean)
                .ifEqual(deviation(squared) / mean(squared), "it is that of squared distances; take their roots first.")
                .ifEqual(
                        deviation * deviation / mean,
                        "it has the variance instead of the standard deviation; take the root.")
                .ifEqual(deviation, "it is the standard deviation, not divided by the mean.")
                .ifTimes(Math.sqrt(30 / 29.0), "the variance is divided by one less than the number of points.")
                .check(neighbours.relativeSpread(query, points));
    }

    /** Uniform points in a cube: 0.548 / √d for many dimensions d. */
    @Test
    @Order(6)
    void distancesConcentrate(Neighbours neighbours) {
        Random random = new Random(13);
        StringBuilder spreads = new StringBuilder();
        for (int dimensions : new int[] {2, 10, 100, 1000}) {
            double mean = IntStream.range(0, 10)
                    .mapToDouble(_ -> neighbours.relativeSpread(
                            Arrays.uniform(1, dimensions, random)[0], Arrays.uniform(500, dimensions, random)))
                    .average()
                    .orElseThrow();
            spreads.append(" %.3f in %d dimensions,".formatted(mean, dimensions));
            if (dimensions >= 100) {
                assertEquals(
                        0.548 / Math.sqrt(dimensions),
                        mean,
                        0.15 * 0.548 / Math.sqrt(dimensions),
                        "The relative spread of distances between uniform points in %d dimensions"
                                .formatted(dimensions));
            }
        }
        System.out.printf("Exercise 11: the relative spread of distances is%s of uniform points.%n", spreads);
    }

    @Test
    @Order(7)
    @Tag("data")
    void digits(Neighbours neighbours) {
        Optional<Digits> training = Digits.training(2000);
        Optional<Digits> test = Digits.test(500);
        assumeTrue(training.isPresent() && test.isPresent(), Digits.MISSING);
        double[][] images = training.get().images();
        int[] labels = training.get().labels();

        long wrong = IntStream.range(0, 500)
                .filter(n -> neighbours.classify(test.get().images()[n], images, labels, 3)
                        != test.get().labels()[n])
                .count();
        double spread = neighbours.relativeSpread(test.get().images()[0], images);

        System.out.printf(
                "Exercise 11: 3-NN among 2,000 digits gets %.1f %% of 500 wrong; the relative spread of a digit's distances is %.3f.%n",
                wrong / 5.0, spread);
        assertTrue(
                wrong < 75,
                "Nearest neighbours should get about 10 %% of these digits wrong, and yours get %.1f %%."
                        .formatted(wrong / 5.0));
    }

    private static double[] distances(double[] query, double[][] points, ToDoubleFunction<double[]> length) {
        return Stream.of(points)
                .mapToDouble(point -> length.applyAsDouble(IntStream.range(0, query.length)
                        .mapToDouble(i -> point[i] - query[i])
                        .toArray()))
                .toArray();
    }

    private static double sum(double[] numbers, int power) {
        return DoubleStream.of(numbers).map(number -> Math.pow(number, power)).sum();
    }

    private static double mean(double[] numbers) {
        return DoubleStream.of(numbers).average().orElseThrow();
    }

    private static double deviation(double[] numbers) {
        double mean = mean(numbers);
        return Math.sqrt(
                mean(DoubleStream.of(numbers).map(n -> (n - mean) * (n - mean)).toArray()));
    }
}
