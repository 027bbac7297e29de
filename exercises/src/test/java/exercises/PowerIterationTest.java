package exercises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.projection.PrincipalComponents;
import diabolo.tensor.RandomSource;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.given.Arrays;
import exercises.given.Digits;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 12, see 12-pca.md. */
@ExerciseTest
class PowerIterationTest {

    private static final int DIMENSIONS = 5;
    private final double[][] points = cloud();

    /** Far from 0, along two slanted directions most. */
    private static double[][] cloud() {
        Random random = new Random(14);
        double[][] points = Arrays.gaussian(60, DIMENSIONS, 0.3, random);
        for (double[] point : points) {
            double first = 5 * random.nextGaussian();
            double second = 2 * random.nextGaussian();
            point[0] += 9 + 0.6 * first - 0.8 * second;
            point[1] += 4 + 0.8 * first + 0.6 * second;
            point[3] += 20;
        }
        return points;
    }

    @Test
    @Order(1)
    void theFirstComponent(PowerIteration pca) {
        double[] direction = pca.components(Arrays.copy(points), 1, 50, new Random(1))[0];
        requireLengthOne(direction, "The first direction");
        PrincipalComponents library = library(points, 2);
        double[] uncentred = PrincipalComponents.of(mirrored(), 1, RandomSource.of(1), _ -> {})
                .directions()[0];

        Diagnosis.of("The first direction, compared with Diabolo's,", library.directions()[0])
                .within(1e-4)
                .ifEqual(uncentred, "it points from 0 to the middle of the points: the mean is not subtracted.")
                .check(likeSign(
                        direction, Math.abs(dot(direction, uncentred)) > 0.9999 ? uncentred : library.directions()[0]));
    }

    @Test
    @Order(2)
    void theSecondComponent(PowerIteration pca) {
        double[][] directions = pca.components(Arrays.copy(points), 2, 50, new Random(1));
        assertEquals(2, directions.length, "of two components, the number of directions returned");
        double along = Math.abs(dot(directions[0], directions[1]));
        if (along > 0.99 * length(directions[0]) * length(directions[1])) {
            fail(
                    "The second direction is the first again: take out of w its part along what was found, in each iteration.");
        }
        assertEquals(0, along, 1e-6, "The directions are not at right angles; their product");
        requireLengthOne(directions[1], "The second direction");
        double[] library = library(points, 2).directions()[1];
        Diagnosis.of("The second direction, compared with Diabolo's,", library)
                .within(1e-3)
                .check(likeSign(directions[1], library));
    }

    @Test
    @Order(3)
    void iterationsConverge(PowerIteration pca) {
        double[] direction = pca.components(Arrays.copy(points), 2, 200, new Random(3))[1];
        double agreement = Math.abs(dot(direction, library(points, 2).directions()[1]));
        assertTrue(
                agreement > 0.9999,
                "After 200 iterations the direction is still off, by a cosine of %.4f: is it more than one iteration, and does each begin with the result of the last?"
                        .formatted(agreement));
    }

    @Test
    @Order(4)
    void thePointsStayAsTheyAre(PowerIteration pca) {
        double[][] given = Arrays.copy(points);
        pca.components(given, 1, 5, new Random(1));
        assertArrayEquals(points, given, "The points that were given were changed; subtract the mean in a copy.");
    }

    @Test
    @Order(5)
    void reconstruct(PowerIteration pca) {
        double[][] directions = library(points, 2).directions();
        double[] mean = library(points, 1).mean();
        double[][] right = projected(directions, mean, mean);

        Diagnosis.of("The reconstruction", right)
                .within(1e-6)
                .ifEqual(projected(directions, mean, new double[DIMENSIONS]), "the mean is not added again.")
                .ifEqual(
                        projected(directions, new double[DIMENSIONS], mean),
                        "the points are projected without subtracting the mean.")
                .check(pca.reconstruct(Arrays.copy(points), directions));
    }

    @Test
    @Order(6)
    @Tag("data")
    void digits(PowerIteration pca) {
        Optional<Digits> digits = Digits.training(500);
        assumeTrue(digits.isPresent(), Digits.MISSING);
        double[][] images = digits.get().images();
        double[][] directions = pca.components(images, 32, 30, new Random(7));
        StringBuilder errors = new StringBuilder();
        for (int count : new int[] {2, 16, 32}) {
            double error = error(images, pca.reconstruct(images, java.util.Arrays.copyOf(directions, count)));
            double least = leastError(images, count);
            errors.append(" %.4f with %d components,".formatted(error, count));
            assertTrue(
                    error < 1.02 * least,
                    "With %d components the squared error is %.5f per pixel, and %.5f is possible."
                            .formatted(count, error, least));
        }
        System.out.printf("Exercise 12: the squared error of 500 digits per pixel is%s%n", errors);
    }

    private static double leastError(double[][] images, int count) {
        PrincipalComponents library = library(images, count);
        double left = library.totalVariance()
                - java.util.Arrays.stream(library.variances()).sum();
        return left * (images.length - 1) / images.length / images[0].length;
    }

    private static double error(double[][] images, double[][] again) {
        return IntStream.range(0, images.length)
                .mapToDouble(n -> IntStream.range(0, images[n].length)
                        .mapToDouble(i -> (images[n][i] - again[n][i]) * (images[n][i] - again[n][i]))
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    private static PrincipalComponents library(double[][] points, int count) {
        return PrincipalComponents.of(Arrays.floats(points), count, RandomSource.of(1), _ -> {});
    }

    /** With their opposites, so that the mean is 0 and centring changes nothing. */
    private float[][] mirrored() {
        return Stream.concat(Stream.of(points), Stream.of(points).map(point -> java.util.Arrays.stream(point)
                        .map(x -> -x)
                        .toArray()))
                .map(Arrays::floats)
                .toArray(float[][]::new);
    }

    private double[][] projected(double[][] directions, double[] subtracted, double[] added) {
        double[][] projected = new double[points.length][];
        for (int n = 0; n < points.length; n++) {
            projected[n] = added.clone();
            for (double[] direction : directions) {
                double along = dot(points[n], direction) - dot(subtracted, direction);
                for (int i = 0; i < DIMENSIONS; i++) {
                    projected[n][i] += along * direction[i];
                }
            }
        }
        return projected;
    }

    private static void requireLengthOne(double[] direction, String what) {
        assertEquals(1, length(direction), 1e-6, what + " is not normalized; its length is");
    }

    private static double[] likeSign(double[] direction, double[] other) {
        double sign = dot(direction, other) < 0 ? -1 : 1;
        return java.util.Arrays.stream(direction).map(x -> sign * x).toArray();
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
