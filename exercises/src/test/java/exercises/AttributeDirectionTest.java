package exercises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.projection.PrincipalComponents;
import diabolo.tensor.RandomSource;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.given.Arrays;
import exercises.given.Digits;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 7, see 07-attribute-vector.md. */
@ExerciseTest
class AttributeDirectionTest {

    private static final int EXAMPLES = 22; // a quarter is 5
    private static final int SIZE = 4;
    private final Random random = new Random(8);
    private final double[][] codes = Arrays.gaussian(EXAMPLES, SIZE, 1, random);
    private final double[] values = Arrays.gaussian(1, EXAMPLES, 1, random)[0];

    @Test
    @Order(1)
    void direction(AttributeDirection attribute) {
        double[] most = mean(n -> rank(n) >= EXAMPLES - 5);
        double[] least = mean(n -> rank(n) < 5);

        Diagnosis.of("The direction", less(most, least))
                .ifEqual(
                        most,
                        "it is the mean code of the examples with most of the attribute, and nothing is subtracted: it also holds what all music has in common.")
                .ifEqual(
                        less(most, mean(_ -> true)),
                        "the mean of all examples is subtracted, and should be that of the quarter with least.")
                .ifEqual(
                        less(mean(n -> rank(n) >= EXAMPLES / 2), mean(n -> rank(n) < EXAMPLES / 2)),
                        "it is of halves instead of quarters.")
                .ifEqual(
                        less(mean(n -> n >= EXAMPLES - 5), mean(n -> n < 5)),
                        "the values are sorted, and the codes stay in their order; sort the numbers of the examples by their values.")
                .ifTimes(5, "it is of sums instead of means; divide by the number of examples in a quarter.")
                .check(attribute.direction(Arrays.copy(codes), values.clone()));
    }

    @Test
    @Order(2)
    void fewExamplesStillHaveADirection(AttributeDirection attribute) {
        double[][] three = {{1, 0}, {5, 5}, {3, 1}};

        Diagnosis.of("The direction of three examples, of which a quarter is one,", new double[] {2, 1})
                .check(attribute.direction(three, new double[] {-1, 0, 4}));
    }

    @Test
    @Order(3)
    void moved(AttributeDirection attribute) {
        double[] code = {1, 2, -1};
        double[] direction = {0.5, -1, 2};

        Diagnosis.of("The code moved by −0.5", new double[] {0.75, 2.5, -2})
                .ifEqual(
                        new double[] {1.25, 3.5, -2.5},
                        "it is an interpolation towards the direction; add to the code, and take nothing of it away.")
                .check(attribute.moved(code, direction, -0.5));
        assertArrayEquals(
                new double[] {1, 2, -1},
                code,
                "The code that was given was changed; write the sum into a new array. It");
    }

    /** Ink as an attribute of digits, whose codes here are their first 20 principal components. */
    @Test
    @Order(4)
    @Tag("data")
    void moreInk(AttributeDirection attribute) {
        Optional<Digits> digits = Digits.training(1000);
        assumeTrue(digits.isPresent(), Digits.MISSING);
        float[][] pixels = Arrays.floats(digits.get().images());
        PrincipalComponents components = PrincipalComponents.of(pixels, 20, RandomSource.of(1), _ -> {});
        double[][] digitCodes = java.util.Arrays.stream(components.project(pixels))
                .map(Arrays::doubles)
                .toArray(double[][]::new);
        double[] ink = java.util.Arrays.stream(digits.get().images())
                .mapToDouble(image -> DoubleStream.of(image).sum() + 1e-9 * random.nextDouble()) // no two alike
                .toArray();
        double[] direction = attribute.direction(digitCodes, ink);

        double before = ink(components, digitCodes[0]);
        double after = ink(components, attribute.moved(digitCodes[0], direction, 0.5));
        System.out.printf(
                "Exercise 7: half of the direction of ink moves the first digit's from %.1f to %.1f.%n", before, after);
        assertTrue(after > before + 20, "A digit that is moved along the direction of ink should have more of it.");
    }

    private static double ink(PrincipalComponents components, double[] code) {
        double sum = DoubleStream.of(components.mean()).sum();
        for (int i = 0; i < code.length; i++) {
            sum += code[i] * DoubleStream.of(components.directions()[i]).sum();
        }
        return sum;
    }

    private int rank(int example) {
        return (int)
                DoubleStream.of(values).filter(value -> value < values[example]).count();
    }

    private double[] mean(IntPredicate chosen) {
        int[] examples = IntStream.range(0, EXAMPLES).filter(chosen).toArray();
        return IntStream.range(0, SIZE)
                .mapToDouble(i -> IntStream.of(examples)
                        .mapToDouble(n -> codes[n][i])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static double[] less(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }
}
