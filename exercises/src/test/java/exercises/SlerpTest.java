package exercises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import diabolo.latent.Interpolation;
import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.given.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Exercise 6, see 06-slerp.md. */
@ExerciseTest
class SlerpTest {

    private static final double[] A = {0.3, 0.4, 0}; // of length 0.5
    private static final double[] B = {-0.2, 0.3, 0.6}; // of length 0.7
    private static final double COSINE = 0.06 / 0.35;

    @Test
    @Order(1)
    void aThirdOfTheWay(Slerp slerp) {
        double t = 1.0 / 3;
        Diagnosis.of("The code at a third of the way", along(Math.acos(COSINE), t))
                .ifEqual(sum(1 - t, t), "it is on a straight line; interpolate the angle, not the coordinates.")
                .ifEqual(along(Math.acos(COSINE), 1 - t), "it runs from b to a: share 0 is a.")
                .ifEqual(
                        sum(Math.sin((1 - t) * Math.acos(COSINE)), Math.sin(t * Math.acos(COSINE))),
                        "the division by sin Ω is missing.")
                .ifEqual(
                        along(Math.acos(0.06), t),
                        "the product of the codes is not divided by their lengths; the angle is between directions.")
                .ifEqual(
                        along(Math.acos(0.06 / (0.35 * 0.35)), t),
                        "the product of the codes is divided by their squared lengths; take the roots.")
                .ifEqual(
                        sum(
                                Math.sin((1 - t) * Math.acos(COSINE)) / Math.sin(Math.acos(COSINE)) / 0.5,
                                Math.sin(t * Math.acos(COSINE)) / Math.sin(Math.acos(COSINE)) / 0.7),
                        "its codes are all of length 1; normalize for the angle alone, and weight a and b themselves.")
                .check(slerp.between(A, B, t));
    }

    @Test
    @Order(2)
    void theEndsAreTheCodes(Slerp slerp) {
        Diagnosis.of("The code at share 0", A)
                .ifEqual(B, "it runs from b to a: share 0 is a.")
                .check(slerp.between(A, B, 0));
        Diagnosis.of("The code at share 1", B).check(slerp.between(A, B, 1));
    }

    @Test
    @Order(3)
    void aCodeAndItself(Slerp slerp) {
        double[] code = {0.1, 0.7, -0.2};
        Diagnosis.of("Between a code and itself, where Ω = 0 and there is nothing to divide by,", code)
                .check(slerp.between(code, code.clone(), 0.3));
        Diagnosis.of("Between 0, which has no direction, and a code", new double[] {0.03, 0.21, -0.06})
                .check(slerp.between(new double[3], code, 0.3));
    }

    @Test
    @Order(4)
    void anArcKeepsItsRadius(Slerp slerp) {
        Random random = new Random(6);
        double[] a = unit(Arrays.gaussian(1, 64, 1, random)[0]);
        double[] b = unit(Arrays.gaussian(1, 64, 1, random)[0]);
        for (double share : new double[] {0.1, 0.5, 0.8}) {
            assertEquals(
                    1,
                    length(slerp.between(a, b, share)),
                    1e-9,
                    "Between codes of length 1 the path leaves the sphere (a straight line cuts through it); at share %s the length"
                            .formatted(share));
        }
    }

    @Test
    @Order(5)
    void likeTheLibrary(Slerp slerp) {
        Random random = new Random(7);
        double[] a = Arrays.gaussian(1, 256, 1, random)[0];
        double[] b = Arrays.gaussian(1, 256, 1, random)[0];
        for (double share : new double[] {0, 0.25, 0.6}) {
            float[] library = Interpolation.SPHERICAL.between(Arrays.floats(a), Arrays.floats(b), share);
            Diagnosis.of("The code at share %s, compared with Diabolo's,".formatted(share), Arrays.doubles(library))
                    .within(1e-5)
                    .check(slerp.between(a, b, share));
        }
        System.out.printf(
                "Exercise 6: between codes of length %.1f and %.1f the middle of the straight line has %.1f, of your arc %.1f.%n",
                length(a), length(b), length(middle(a, b)), length(slerp.between(a, b, 0.5)));
    }

    private static double[] middle(double[] a, double[] b) {
        double[] middle = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            middle[i] = (a[i] + b[i]) / 2;
        }
        return middle;
    }

    private static double[] along(double angle, double share) {
        return sum(Math.sin((1 - share) * angle) / Math.sin(angle), Math.sin(share * angle) / Math.sin(angle));
    }

    private static double[] sum(double ofA, double ofB) {
        double[] sum = new double[A.length];
        for (int i = 0; i < A.length; i++) {
            sum[i] = ofA * A[i] + ofB * B[i];
        }
        return sum;
    }

    private static double length(double[] code) {
        double sum = 0;
        for (double number : code) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    private static double[] unit(double[] code) {
        double length = length(code);
        for (int i = 0; i < code.length; i++) {
            code[i] /= length;
        }
        return code;
    }
}
