package exercises.course;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Says in words what is wrong with numbers: it compares them with those that are right, and where they differ with those that
 * common mistakes give.
 *
 * <pre>{@code
 * Diagnosis.of("The gradient of the bias", right)
 *         .ifTimes(0.25, "is it divided by the number of examples twice?")
 *         .ifEqual(withoutBias, "the outputs are as if there were no bias")
 *         .check(student's);
 * }</pre>
 */
public final class Diagnosis {

    private static final double TOLERANCE = 1e-9;

    private record Suspicion(double[] numbers, String cause) {}

    private record Factor(double factor, String cause) {}

    private final String what;
    private final Object right;
    private final double tolerance;
    private String ifNotFinite = "Is there a division by 0, or the root, logarithm or arccosine of what has none?";
    private final List<Suspicion> suspicions = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();

    private Diagnosis(String what, Object right, double tolerance) {
        this.what = what;
        this.right = right;
        this.tolerance = tolerance;
    }

    /** @param right a number, or an array of them, or of such arrays */
    public static Diagnosis of(String what, Object right) {
        return new Diagnosis(what, right, TOLERANCE);
    }

    /** The same with a tolerance in proportion to the largest number, for what is known by rounding or by central differences. */
    public Diagnosis within(double share) {
        return new Diagnosis(what, right, share);
    }

    /** What to say if the numbers are these wrong ones. */
    public Diagnosis ifEqual(Object wrong, String cause) {
        suspicions.add(new Suspicion(numbers(wrong), cause));
        return this;
    }

    /** What to say if the numbers are the right ones times a factor. */
    public Diagnosis ifTimes(double factor, String cause) {
        factors.add(new Factor(factor, cause));
        return this;
    }

    /** What to say if a number is infinite or none. */
    public Diagnosis ifNotFinite(String cause) {
        ifNotFinite = cause;
        return this;
    }

    /** Fails with a sentence unless the numbers are right. */
    public void check(Object given) {
        if (given == null) {
            fail(what + ": null was returned; return what is computed.");
        }
        double[] expected = numbers(right);
        double[] actual = numbers(given);
        boolean same = actual.length == expected.length && near(expected, actual);
        for (Suspicion suspicion : suspicions) {
            if (!same && suspicion.numbers.length == actual.length && near(suspicion.numbers, actual)) {
                fail("%s: %s".formatted(what, suspicion.cause));
            }
        }
        requireShape(right, given, "");
        if (same) {
            return;
        }
        for (int i = 0; i < actual.length; i++) {
            if (!Double.isFinite(actual[i])) {
                fail("%s: number %d is %s. %s".formatted(what, i, actual[i], ifNotFinite));
            }
        }
        failAsMultiple(expected, actual);
        failAtFirst(expected, actual);
    }

    private void failAsMultiple(double[] expected, double[] actual) {
        double largest = largest(expected);
        if (largest == 0) {
            return;
        }
        int at = 0;
        while (Math.abs(expected[at]) < largest) {
            at++;
        }
        double factor = actual[at] / expected[at];
        if (factor == 0
                || !near(
                        DoubleStream.of(expected).map(number -> factor * number).toArray(), actual)) {
            return;
        }
        String cause = factors.stream()
                .filter(known -> Math.abs(known.factor / factor - 1) < 1e-4)
                .map(known -> ": " + known.cause)
                .findFirst()
                .orElse(".");
        fail(
                Math.abs(factor + 1) < 1e-4 && cause.equals(".")
                        ? what + " has the wrong sign; its size is right."
                        : "%s is %s times what it should be%s".formatted(what, rounded(factor), cause));
    }

    private static String rounded(double factor) {
        return new BigDecimal(factor)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void failAtFirst(double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(expected[i] - actual[i]) > tolerance * Math.max(1e-3, largest(expected))) {
                fail("%s: number %d (counted from 0) is the first that is wrong: %.6g, and should be %.6g."
                        .formatted(what, i, actual[i], expected[i]));
            }
        }
    }

    private boolean near(double[] expected, double[] actual) {
        double most = tolerance * Math.max(1e-3, largest(expected));
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= most)) {
                return false;
            }
        }
        return true;
    }

    private static double largest(double[] numbers) {
        return DoubleStream.of(numbers).map(Math::abs).max().orElse(0);
    }

    private void requireShape(Object right, Object given, String of) {
        int expected = length(right);
        int actual = length(given);
        if (expected != actual) {
            fail("%s: %d numbers or rows%s, and there should be %d. See the shapes in the Javadoc."
                    .formatted(what, actual, of, expected));
        }
        if (right instanceof double[][] rows && given instanceof double[][] givenRows) {
            for (int row = 0; row < rows.length; row++) {
                requireShape(rows[row], givenRows[row], " in row " + row);
            }
        }
    }

    private static int length(Object numbers) {
        return numbers instanceof double[][] rows ? rows.length : numbers(numbers).length;
    }

    private static double[] numbers(Object numbers) {
        return switch (numbers) {
            case Number number -> new double[] {number.doubleValue()};
            case double[] row -> row;
            case double[][] rows ->
                Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray();
            case int[] row ->
                DoubleStream.of(java.util.Arrays.stream(row).asDoubleStream().toArray())
                        .toArray();
            default -> throw new IllegalArgumentException("not numbers: " + numbers.getClass());
        };
    }
}
