package exercises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import exercises.course.Diagnosis;
import exercises.course.ExerciseTest;
import exercises.course.NumericGradient;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Exercise 5, see 05-free-bits.md. */
@ExerciseTest
class FreeBitsTest {

    private static final double BITS = 10; // 6.93 nats
    private static final double BETA = 0.2;
    private final double[] divergences = {1, 2, 9.5, 12}; // nats; two of them below the free bits

    @Test
    @Order(1)
    void cost(FreeBits freeBits) {
        double mean = Arrays.stream(divergences).average().orElseThrow();
        double free = BITS * Math.log(2);

        Diagnosis.of("The cost", mean(d -> Math.max(d - free, 0)))
                .ifEqual(mean(d -> Math.max(d - BITS, 0)), "bits are taken for nats; multiply them by ln 2.")
                .ifEqual(
                        BETA * Math.max(mean - free, 0),
                        "the free bits are taken from the mean of the batch; each example has its own.")
                .ifEqual(
                        BETA * (mean - free),
                        "an example below the free bits costs less than nothing, and pays for others; take the maximum with 0.")
                .ifEqual(
                        mean(d -> Math.max(d, free)),
                        "it is never less than the free bits: that is max(KL, free), and what is free should cost 0.")
                .ifEqual(
                        mean(d -> Math.max(d - free, 0)) + BETA * free,
                        "it is never less than the free bits, which should cost 0.")
                .ifTimes(1 / BETA, "β is missing.")
                .ifTimes(4, "it is the sum over the examples, and should be their mean.")
                .check(freeBits.cost(divergences, BITS, BETA));
    }

    private double mean(java.util.function.DoubleUnaryOperator cost) {
        return BETA * DoubleStream.of(divergences).map(cost).average().orElseThrow();
    }

    @Test
    @Order(2)
    void codesBelowTheFreeBitsCostNothing(FreeBits freeBits) {
        assertEquals(
                0,
                freeBits.cost(new double[] {0, 3, 6.9}, BITS, BETA),
                "All three examples have less than 10 bits, 6.93 nats, and the cost");
    }

    @Test
    @Order(3)
    void withoutFreeBitsTheWholeDivergenceCosts(FreeBits freeBits) {
        assertEquals(
                BETA * 24.5 / 4,
                freeBits.cost(divergences, 0, BETA),
                1e-12,
                "With 0 free bits the cost is β times the mean:");
    }

    @Test
    @Order(4)
    void gradient(FreeBits freeBits) {
        double free = BITS * Math.log(2);
        double[] right = NumericGradient.of(
                divergences,
                d -> BETA
                        * DoubleStream.of(d).map(one -> Math.max(one - free, 0)).sum()
                        / d.length);
        double[] everywhere = new double[divergences.length];
        Arrays.fill(everywhere, BETA / divergences.length);

        Diagnosis.of("The gradient of the cost", right)
                .within(NumericGradient.TOLERANCE)
                .ifEqual(
                        everywhere,
                        "examples below the free bits are pulled too; the maximum with 0 has derivative 0 there.")
                .ifEqual(
                        new double[] {0, 0, 0, BETA / 4}, // only the last has more than 10 nats
                        "bits are taken for nats; the free bits end at freeBits · ln 2.")
                .ifTimes(divergences.length, "is the division by the number of examples missing?")
                .ifTimes(1 / BETA, "β is missing.")
                .check(freeBits.gradient(divergences, BITS, BETA));
    }
}
