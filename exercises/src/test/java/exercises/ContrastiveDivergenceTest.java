package exercises;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exercises.ContrastiveDivergence.Direction;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.given.Arrays;
import exercises.given.Digits;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exercise 10, see 10-contrastive-divergence.md. */
@ExerciseTest
class ContrastiveDivergenceTest {

    private static final double[][] V = {{1, 0, 1, 1}, {0, 1, 0, 0}, {1, 1, 0, 1}};
    private static final double[][] W = {{0.5, -0.3, 0.8, 0.1}, {-0.6, 0.9, 0.2, -0.4}};
    private static final double[] B = {0.2, -0.1, 0.4, -0.7};
    private static final double[] C = {0.3, -0.5};
    private static final double[][] CHANCE = {{0.2, 0.6}, {0.7, 0.3}, {0.9, 0.1}};

    /** The formulas of the Javadoc in numpy, in double precision. */
    private static final Direction GOLDEN = new Direction(
            new double[][] {
                {0.140737085539, -0.040867710957, -0.213580036705, 0.290934443018},
                {-0.020855002674, 0.048460143018, -0.229141129616, 0.066198676788}
            },
            new double[] {0.176395849352, 0.072912899286, -0.353279131984, 0.382058839139},
            new double[] {-0.055250141806, -0.05286185438});

    @Test
    @Order(1)
    void directionOfTheWeights(ContrastiveDivergence cd) {
        diagnosis("The direction of the weights", GOLDEN.weights())
                .ifEqual(wrong(Wrong.NOT_SAMPLED).weights(), Wrong.NOT_SAMPLED.cause)
                .ifEqual(wrong(Wrong.SAMPLED_BACKWARDS).weights(), Wrong.SAMPLED_BACKWARDS.cause)
                .ifEqual(wrong(Wrong.NO_VISIBLE_BIAS).weights(), Wrong.NO_VISIBLE_BIAS.cause)
                .ifEqual(wrong(Wrong.NO_HIDDEN_BIAS).weights(), Wrong.NO_HIDDEN_BIAS.cause)
                .ifEqual(wrong(Wrong.HIDDEN_NOT_UPDATED).weights(), Wrong.HIDDEN_NOT_UPDATED.cause)
                .check(direction(cd).weights());
    }

    @Test
    @Order(2)
    void directionOfTheVisibleBias(ContrastiveDivergence cd) {
        diagnosis("The direction of the visible bias", GOLDEN.visibleBias())
                .ifEqual(wrong(Wrong.NOT_SAMPLED).visibleBias(), Wrong.NOT_SAMPLED.cause)
                .ifEqual(wrong(Wrong.SAMPLED_BACKWARDS).visibleBias(), Wrong.SAMPLED_BACKWARDS.cause)
                .ifEqual(wrong(Wrong.NO_VISIBLE_BIAS).visibleBias(), Wrong.NO_VISIBLE_BIAS.cause)
                .check(direction(cd).visibleBias());
    }

    @Test
    @Order(3)
    void directionOfTheHiddenBias(ContrastiveDivergence cd) {
        diagnosis("The direction of the hidden bias", GOLDEN.hiddenBias())
                .ifEqual(wrong(Wrong.NOT_SAMPLED).hiddenBias(), Wrong.NOT_SAMPLED.cause)
                .ifEqual(wrong(Wrong.NO_HIDDEN_BIAS).hiddenBias(), Wrong.NO_HIDDEN_BIAS.cause)
                .check(direction(cd).hiddenBias());
    }

    @Test
    @Order(4)
    void withoutWeightsOnlyTheVisibleBiasLearnsTheMean(ContrastiveDivergence cd) {
        Direction direction = cd.direction(V, new double[2][4], new double[4], new double[2], CHANCE);

        Diagnosis.of(
                        "With all weights and biases 0, the direction of the visible bias, the mean of v less one half,",
                        new double[] {2.0 / 3 - 0.5, 2.0 / 3 - 0.5, 1.0 / 3 - 0.5, 2.0 / 3 - 0.5})
                .check(direction.visibleBias());
        Diagnosis.of("With all weights and biases 0, the direction of the hidden bias", new double[2])
                .check(direction.hiddenBias());
    }

    /** 64 hidden units, 1,000 digits in batches of 10, five epochs, learning rate 0.1. */
    @Test
    @Order(5)
    @Tag("data")
    void reconstructsDigits(ContrastiveDivergence cd) {
        Optional<Digits> digits = Digits.training(1000);
        assumeTrue(digits.isPresent(), Digits.MISSING);
        Random random = new Random(10);
        double[][] weights = Arrays.gaussian(64, 784, 0.01, random);
        double[] visibleBias = new double[784];
        double[] hiddenBias = new double[64];
        for (int update = 0; update < 500; update++) {
            int first = update * 10 % 1000;
            double[][] batch = java.util.Arrays.copyOfRange(digits.get().images(), first, first + 10);
            Direction direction = cd.direction(batch, weights, visibleBias, hiddenBias, Arrays.uniform(10, 64, random));
            for (int i = 0; i < 64; i++) {
                add(direction.weights()[i], weights[i]);
            }
            add(direction.visibleBias(), visibleBias);
            add(direction.hiddenBias(), hiddenBias);
        }
        double error = error(digits.get().images(), weights, visibleBias, hiddenBias);
        System.out.printf(
                "Exercise 10: the squared error of your machine's reconstructions is %.4f per pixel.%n", error);
        assertTrue(error < 0.045, "After 500 updates the error per pixel should be about 0.03, and is " + error);
    }

    private static void add(double[] direction, double[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += 0.1 * direction[i];
        }
    }

    private static double error(double[][] images, double[][] w, double[] b, double[] c) {
        double sum = 0;
        for (double[] image : images) {
            double[] again = visible(hidden(image, w, c), w, b);
            for (int j = 0; j < again.length; j++) {
                sum += (image[j] - again[j]) * (image[j] - again[j]);
            }
        }
        return sum / images.length / images[0].length;
    }

    private static Direction direction(ContrastiveDivergence cd) {
        return cd.direction(Arrays.copy(V), Arrays.copy(W), B.clone(), C.clone(), Arrays.copy(CHANCE));
    }

    private static Diagnosis diagnosis(String what, Object right) {
        return Diagnosis.of(what, right)
                .within(1e-8)
                .ifTimes(V.length, "it is the sum over the examples, and should be their mean.");
    }

    /** How an update goes wrong. */
    private enum Wrong {
        NOT_SAMPLED(
                "the hidden units are not sampled: the reconstruction is made from zeros and ones, not from probabilities."),
        SAMPLED_BACKWARDS("the hidden units are sampled the wrong way round: a unit is 1 where chance < h."),
        NO_VISIBLE_BIAS("it is computed without the bias of the visible units."),
        NO_HIDDEN_BIAS("it is computed without the bias of the hidden units."),
        HIDDEN_NOT_UPDATED(
                "both correlations take the probabilities of the data's hidden units; those of the reconstruction are computed anew from v′.");

        private final String cause;

        Wrong(String cause) {
            this.cause = cause;
        }
    }

    private static Direction wrong(Wrong wrong) {
        double[] b = wrong == Wrong.NO_VISIBLE_BIAS ? new double[4] : B;
        double[] c = wrong == Wrong.NO_HIDDEN_BIAS ? new double[2] : C;
        Direction sum = new Direction(new double[2][4], new double[4], new double[2]);
        for (int n = 0; n < V.length; n++) {
            double[] h = hidden(V[n], W, c);
            double[] s = h.clone();
            for (int i = 0; i < 2 && wrong != Wrong.NOT_SAMPLED; i++) {
                s[i] = (CHANCE[n][i] < h[i]) == (wrong != Wrong.SAMPLED_BACKWARDS) ? 1 : 0;
            }
            double[] again = visible(s, W, b);
            double[] hAgain = wrong == Wrong.HIDDEN_NOT_UPDATED ? h : hidden(again, W, c);
            for (int i = 0; i < 2; i++) {
                sum.hiddenBias()[i] += (h[i] - hAgain[i]) / V.length;
                for (int j = 0; j < 4; j++) {
                    sum.weights()[i][j] += (h[i] * V[n][j] - hAgain[i] * again[j]) / V.length;
                }
            }
            for (int j = 0; j < 4; j++) {
                sum.visibleBias()[j] += (V[n][j] - again[j]) / V.length;
            }
        }
        return sum;
    }

    private static double[] hidden(double[] v, double[][] w, double[] c) {
        double[] h = c.clone();
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j < v.length; j++) {
                h[i] += w[i][j] * v[j];
            }
            h[i] = ContrastiveDivergence.sigmoid(h[i]);
        }
        return h;
    }

    private static double[] visible(double[] h, double[][] w, double[] b) {
        double[] v = b.clone();
        for (int j = 0; j < v.length; j++) {
            for (int i = 0; i < h.length; i++) {
                v[j] += w[i][j] * h[i];
            }
            v[j] = ContrastiveDivergence.sigmoid(v[j]);
        }
        return v;
    }
}
