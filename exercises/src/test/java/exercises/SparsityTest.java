package exercises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.course.NumericGradient;
import exercises.given.Arrays;
import exercises.given.Digits;
import exercises.given.SmallAutoencoder;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 8, see 08-sparsity.md. */
@ExerciseTest
class SparsityTest {

    private static final int EXAMPLES = 5;
    private static final int UNITS = 3;
    private static final double RHO = 0.1;
    private final double[][] activations = Arrays.uniform(EXAMPLES, UNITS, new Random(9));

    @Test
    @Order(1)
    void penalty(Sparsity sparsity) {
        Diagnosis.of("The penalty", sum(mean -> kl(RHO, mean)))
                .ifEqual(sum(mean -> kl(mean, RHO)), "it is KL(ρ̂ ‖ ρ), the wrong way round; the target comes first.")
                .ifEqual(
                        sum(mean -> RHO * Math.log(RHO / mean)),
                        "the second half, (1 − ρ) ln((1 − ρ) / (1 − ρ̂)), is missing: a unit is also silent.")
                .ifEqual(
                        Stream.of(activations)
                                        .flatMapToDouble(java.util.Arrays::stream)
                                        .map(activation -> kl(RHO, activation))
                                        .sum()
                                / EXAMPLES,
                        "it is the mean of the divergence of each activation, and should be the divergence of their mean.")
                .ifEqual(
                        Stream.of(activations)
                                .mapToDouble(row ->
                                        java.util.Arrays.stream(row).average().orElseThrow())
                                .map(mean -> kl(RHO, mean))
                                .sum(),
                        "it takes the mean activation of each example, and should take that of each unit over the examples.")
                .ifTimes(1.0 / UNITS, "it is the mean over the units, and should be the sum.")
                .check(sparsity.penalty(activations, RHO));
    }

    @Test
    @Order(2)
    void noPenaltyAtTheTarget(Sparsity sparsity) {
        double[][] right = {{0.05, 0.2}, {0.15, 0}};

        assertEquals(
                0,
                sparsity.penalty(right, RHO),
                1e-12,
                "Units whose mean activation is the target have no penalty; it");
    }

    @Test
    @Order(3)
    void gradient(Sparsity sparsity) {
        double[][] right = NumericGradient.of(activations, a -> IntStream.range(0, UNITS)
                .mapToDouble(j -> kl(RHO, mean(a, j)))
                .sum());
        double[][] ofActivations = Arrays.copy(activations);
        for (double[] row : ofActivations) {
            for (int j = 0; j < UNITS; j++) {
                row[j] = (-RHO / row[j] + (1 - RHO) / (1 - row[j])) / EXAMPLES;
            }
        }

        Diagnosis.of("The gradient", right)
                .within(NumericGradient.TOLERANCE)
                .ifTimes(
                        EXAMPLES, "the division by the number of examples is missing: ρ̂ is a mean, and ∂ρ̂/∂a is 1/N.")
                .ifEqual(ofActivations, "the activation itself is in it instead of the mean activation ρ̂.")
                .check(sparsity.gradient(activations, RHO));
    }

    /** Ten hidden units on 100 digits with β = 3 and ρ = 0.1: 400 updates of all examples together, learning rate 1. */
    @Test
    @Order(4)
    @Tag("data")
    void digitsBecomeSparse(Sparsity sparsity) {
        Optional<Digits> digits = Digits.training(100);
        assumeTrue(digits.isPresent(), Digits.MISSING);
        double[][] images = digits.get().images();

        SmallAutoencoder dense = new SmallAutoencoder(784, 10, new Random(1)).learn(images, 400, 100, 1);
        SmallAutoencoder sparse = new SmallAutoencoder(784, 10, new Random(1));
        sparse.learn(images, 400, 100, 1, codes -> times(3, sparsity.gradient(codes, RHO)));

        double mean = meanActivation(sparse, images);
        System.out.printf(
                "Exercise 8: the mean activation is %.3f without your penalty, with reconstructions %.4f off, and %.3f with it, %.4f off.%n",
                meanActivation(dense, images), dense.error(images), mean, sparse.error(images));
        assertTrue(
                mean < 0.3,
                "With the penalty the mean activation of the hidden units should fall to 0.2 or so, and is %.3f."
                        .formatted(mean));
    }

    /** Gradient descent on the penalty alone, by what goes into the sigmoid of each activation. */
    @Test
    @Order(5)
    void theGradientLeadsToTheTarget(Sparsity sparsity) {
        double[][] moving = Arrays.copy(activations);
        for (int update = 0; update < 2000; update++) {
            double[][] gradient = sparsity.gradient(moving, RHO);
            for (int n = 0; n < EXAMPLES; n++) {
                for (int j = 0; j < UNITS; j++) {
                    double a = moving[n][j];
                    double sum = Math.log(a / (1 - a)) - gradient[n][j] * a * (1 - a);
                    moving[n][j] = 1 / (1 + Math.exp(-sum));
                }
            }
        }
        for (int j = 0; j < UNITS; j++) {
            assertEquals(
                    RHO,
                    mean(moving, j),
                    0.01,
                    "Following your gradient downhill should bring each unit's mean activation to ρ; that of unit "
                            + j);
        }
    }

    private static double meanActivation(SmallAutoencoder autoencoder, double[][] images) {
        return Stream.of(autoencoder.encode(images))
                .flatMapToDouble(java.util.Arrays::stream)
                .average()
                .orElseThrow();
    }

    private static double[][] times(double factor, double[][] numbers) {
        double[][] product = Arrays.copy(numbers);
        for (double[] row : product) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return product;
    }

    private double sum(DoubleUnaryOperator ofMean) {
        return IntStream.range(0, UNITS)
                .mapToDouble(j -> ofMean.applyAsDouble(mean(activations, j)))
                .sum();
    }

    private static double mean(double[][] activations, int unit) {
        return Stream.of(activations).mapToDouble(row -> row[unit]).average().orElseThrow();
    }

    private static double kl(double p, double q) {
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }
}
