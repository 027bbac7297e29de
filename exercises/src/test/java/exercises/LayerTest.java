package exercises;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.course.NumericGradient;
import exercises.given.Arrays;
import exercises.given.Digits;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 1, see 01-layer.md. */
@ExerciseTest
class LayerTest {

    private static final int EXAMPLES = 4;
    private final Random random = new Random(1);
    private final double[][] inputs = Arrays.gaussian(EXAMPLES, 3, 1, random);
    private final double[][] weights = Arrays.gaussian(3, 3, 1, random); // square, so that a transposed one fits
    private final double[] bias = Arrays.gaussian(1, 3, 1, random)[0];
    private final double[][] targets = Arrays.uniform(EXAMPLES, 3, random);

    @Test
    @Order(1)
    void forward(Layer layer) {
        Diagnosis.of("The outputs of forward", outputs(inputs, weights, bias))
                .ifEqual(
                        outputs(inputs, weights, new double[3]),
                        "they are as if there were no bias; add bias[i] to each sum.")
                .ifEqual(
                        outputs(inputs, transposed(weights), bias),
                        "they are those with the weights transposed; the first index of weights is the output.")
                .ifEqual(sums(inputs, weights, bias), "they are the sums without the sigmoid.")
                .check(layer.forward(inputs, weights, bias));
    }

    @Test
    @Order(2)
    void forwardOfOtherSizes(Layer layer) {
        double[][] wide = Arrays.gaussian(2, 5, 1, random); // [outputs = 2][inputs = 5]
        double[][] examples = Arrays.gaussian(EXAMPLES, 5, 1, random);
        double[] two = {0.5, -0.5};

        Diagnosis.of("The outputs of forward, with 5 inputs and 2 outputs", outputs(examples, wide, two))
                .check(layer.forward(examples, wide, two));
    }

    @Test
    @Order(3)
    void gradientOfTheWeights(Layer layer) {
        double[][] right = NumericGradient.of(weights, w -> loss(inputs, w, bias));

        diagnosis("The gradient of the weights", right)
                .ifEqual(transposed(right), "it is transposed; its first index is the output, as that of weights.")
                .ifEqual(
                        NumericGradient.of(weights, w -> lossOfLast(inputs, w, bias)),
                        "it is that of the last example alone; add up those of all examples.")
                .ifEqual(byWeights(deltas(Wrong.NO_DERIVATIVE)), Wrong.NO_DERIVATIVE.cause)
                .ifEqual(byWeights(deltas(Wrong.SIGMOID_TWICE)), Wrong.SIGMOID_TWICE.cause)
                .check(backward(layer).weights());
    }

    @Test
    @Order(4)
    void gradientOfTheBias(Layer layer) {
        double[] right = NumericGradient.of(bias, b -> loss(inputs, weights, b));

        diagnosis("The gradient of the bias", right)
                .ifEqual(
                        NumericGradient.of(bias, b -> lossOfLast(inputs, weights, b)),
                        "it is that of the last example alone; add up those of all examples.")
                .ifEqual(byBias(deltas(Wrong.NO_DERIVATIVE)), Wrong.NO_DERIVATIVE.cause)
                .ifEqual(byBias(deltas(Wrong.SIGMOID_TWICE)), Wrong.SIGMOID_TWICE.cause)
                .check(backward(layer).bias());
    }

    @Test
    @Order(5)
    void gradientOfTheInputs(Layer layer) {
        double[][] right = NumericGradient.of(inputs, x -> loss(x, weights, bias));

        diagnosis("The gradient of the inputs", right)
                .ifEqual(
                        byInputs(deltas(Wrong.NONE), transposed(weights)),
                        "W is used where its transpose is needed: the sum runs over the outputs, the first index of weights.")
                .ifEqual(byInputs(deltas(Wrong.NO_DERIVATIVE), weights), Wrong.NO_DERIVATIVE.cause)
                .ifEqual(byInputs(deltas(Wrong.SIGMOID_TWICE), weights), Wrong.SIGMOID_TWICE.cause)
                .check(backward(layer).inputs());
    }

    /** Ten units learn to tell ten digits apart: 2,000 to learn from, batches of 10, ten epochs, learning rate 0.5. */
    @Test
    @Order(6)
    @Tag("data")
    void learnsDigits(Layer layer) {
        Optional<Digits> training = Digits.training(2000);
        Optional<Digits> test = Digits.test(1000);
        assumeTrue(training.isPresent() && test.isPresent(), Digits.MISSING);
        DigitClassifier classifier = new DigitClassifier(layer, 784, 10, new Random(7));

        classifier.learn(training.get(), 10, 10, 0.5);

        double error = classifier.error(test.get());
        System.out.printf("Exercise 1: your layer gets %.1f %% of 1,000 test digits wrong.%n", 100 * error);
        assertTrue(
                error < 0.17,
                "The layer gets %.1f %% of the digits wrong, and should 14 or so: do the other tests of this class pass?"
                        .formatted(100 * error));
    }

    private Diagnosis diagnosis(String what, Object right) {
        return Diagnosis.of(what, right)
                .within(NumericGradient.TOLERANCE)
                .ifTimes(
                        1.0 / EXAMPLES,
                        "is it divided by the number of examples a second time? ∂L/∂y has that factor already.")
                .ifTimes(EXAMPLES, "is it multiplied by the number of examples?");
    }

    private Layer.Gradients backward(Layer layer) {
        double[][] outputs = outputs(inputs, weights, bias);
        return layer.backward(inputs, weights, outputs, outputGradients(outputs));
    }

    /** L = 1/(2N) Σ (y − t)². */
    private double loss(double[][] x, double[][] w, double[] b) {
        double[][] y = outputs(x, w, b);
        double sum = 0;
        for (int n = 0; n < y.length; n++) {
            sum += squares(y[n], targets[n]);
        }
        return sum / 2 / EXAMPLES;
    }

    private double lossOfLast(double[][] x, double[][] w, double[] b) {
        return squares(outputs(x, w, b)[EXAMPLES - 1], targets[EXAMPLES - 1]) / 2 / EXAMPLES;
    }

    private static double squares(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private double[][] outputGradients(double[][] y) {
        double[][] gradients = new double[y.length][y[0].length];
        for (int n = 0; n < y.length; n++) {
            for (int i = 0; i < y[n].length; i++) {
                gradients[n][i] = (y[n][i] - targets[n][i]) / EXAMPLES;
            }
        }
        return gradients;
    }

    private static double[][] sums(double[][] x, double[][] w, double[] b) {
        double[][] sums = new double[x.length][b.length];
        for (int n = 0; n < x.length; n++) {
            for (int i = 0; i < b.length; i++) {
                sums[n][i] = b[i];
                for (int j = 0; j < x[n].length; j++) {
                    sums[n][i] += w[i][j] * x[n][j];
                }
            }
        }
        return sums;
    }

    private static double[][] outputs(double[][] x, double[][] w, double[] b) {
        double[][] outputs = sums(x, w, b);
        for (double[] row : outputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 0.5 * (1 + Math.tanh(row[i] / 2));
            }
        }
        return outputs;
    }

    private static double[][] transposed(double[][] square) {
        double[][] transposed = new double[square.length][square.length];
        for (int i = 0; i < square.length; i++) {
            for (int j = 0; j < square.length; j++) {
                transposed[i][j] = square[j][i];
            }
        }
        return transposed;
    }

    /** How the derivative of the sigmoid goes wrong. */
    private enum Wrong {
        NONE(""),
        NO_DERIVATIVE("the derivative of the sigmoid is missing: δ = ∂L/∂y · y (1 − y)."),
        SIGMOID_TWICE(
                "the sigmoid is applied to the outputs once more; they are σ(s) already, and its derivative is y (1 − y).");

        private final String cause;

        Wrong(String cause) {
            this.cause = cause;
        }

        private double derivative(double y) {
            double again = Layer.sigmoid(y);
            return switch (this) {
                case NONE -> y * (1 - y);
                case NO_DERIVATIVE -> 1;
                case SIGMOID_TWICE -> again * (1 - again);
            };
        }
    }

    private double[][] deltas(Wrong wrong) {
        double[][] y = outputs(inputs, weights, bias);
        double[][] deltas = outputGradients(y);
        for (int n = 0; n < y.length; n++) {
            for (int i = 0; i < y[n].length; i++) {
                deltas[n][i] *= wrong.derivative(y[n][i]);
            }
        }
        return deltas;
    }

    private double[][] byWeights(double[][] deltas) {
        double[][] gradient = new double[3][3];
        for (int n = 0; n < EXAMPLES; n++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    gradient[i][j] += deltas[n][i] * inputs[n][j];
                }
            }
        }
        return gradient;
    }

    private static double[] byBias(double[][] deltas) {
        double[] gradient = new double[3];
        for (double[] row : deltas) {
            for (int i = 0; i < 3; i++) {
                gradient[i] += row[i];
            }
        }
        return gradient;
    }

    private static double[][] byInputs(double[][] deltas, double[][] w) {
        double[][] gradient = new double[EXAMPLES][3];
        for (int n = 0; n < EXAMPLES; n++) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    gradient[n][j] += deltas[n][i] * w[i][j];
                }
            }
        }
        return gradient;
    }
}
