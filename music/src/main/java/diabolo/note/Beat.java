package diabolo.note;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position or a length in quarter notes, exact: a fraction in lowest terms.
 *
 * <p>Floating point would make a triplet end before its neighbour begins; a fraction writes to MIDI ticks or MusicXML
 * divisions and reads back equal.
 *
 * <pre>{@code
 * Beat.of(3, 2).plus(Beat.of(1, 4)); // 7/4: one and three quarters
 * Beat.of(1, 3).toTicks(384);        // 128
 * }</pre>
 *
 * <p>Immutable. Arithmetic throws {@link ArithmeticException} rather than wrap around.
 *
 * @param numerator may be negative
 * @param denominator positive
 */
public record Beat(long numerator, long denominator) implements Comparable<Beat> {

    public static final Beat ZERO = new Beat(0, 1);

    private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]{1,18})(?:/([0-9]{1,18}))?");

    public Beat {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator must be positive, was " + denominator);
        }
        long divisor = greatestCommonDivisor(Math.absExact(numerator), denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    public static Beat of(long quarters) {
        return new Beat(quarters, 1);
    }

    public static Beat of(long numerator, long denominator) {
        return new Beat(numerator, denominator);
    }

    /**
     * The position or length that {@link #toString} writes so: {@code "3"}, {@code "7/4"}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Beat parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        Checks.require(written.matches(), () -> "beats are written as 3 or 7/4, was %.40s".formatted(text));
        String denominator = written.group(2);
        return new Beat(Long.parseLong(written.group(1)), denominator == null ? 1 : Long.parseLong(denominator));
    }

    public Beat plus(Beat other) {
        if (denominator == other.denominator) {
            return new Beat(Math.addExact(numerator, other.numerator), denominator);
        }
        long divisor = greatestCommonDivisor(denominator, other.denominator);
        long mine = Math.multiplyExact(numerator, other.denominator / divisor);
        long theirs = Math.multiplyExact(other.numerator, denominator / divisor);
        return new Beat(Math.addExact(mine, theirs), Math.multiplyExact(denominator / divisor, other.denominator));
    }

    public Beat minus(Beat other) {
        return plus(new Beat(Math.negateExact(other.numerator), other.denominator));
    }

    public Beat times(long factor) {
        return new Beat(Math.multiplyExact(numerator, factor), denominator);
    }

    public Beat dividedBy(long divisor) {
        return new Beat(numerator, Math.multiplyExact(denominator, divisor));
    }

    /** The nearest whole number of ticks, halves rounded up. */
    public long toTicks(int ticksPerBeat) {
        long doubled = Math.multiplyExact(Math.multiplyExact(numerator, (long) ticksPerBeat), 2L);
        return Math.floorDiv(Math.addExact(doubled, denominator), 2 * denominator);
    }

    /** Whether this is a whole number of ticks. */
    public boolean isOnGrid(int ticksPerBeat) {
        return Math.multiplyExact(numerator, (long) ticksPerBeat) % denominator == 0;
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    public boolean isPositive() {
        return numerator > 0;
    }

    public boolean isNegative() {
        return numerator < 0;
    }

    public static Beat max(Beat a, Beat b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    public static Beat min(Beat a, Beat b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    @Override
    public int compareTo(Beat other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        long high = Math.multiplyHigh(numerator, other.denominator);
        long otherHigh = Math.multiplyHigh(other.numerator, denominator);
        return high != otherHigh
                ? Long.compare(high, otherHigh)
                : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    /** Euclid's, after the factors of two are out: resolutions such as 480 have little else. */
    private static long greatestCommonDivisor(long a, long b) {
        if (a == 0) {
            return b;
        }
        int twos = Long.numberOfTrailingZeros(a | b);
        a >>>= Long.numberOfTrailingZeros(a);
        b >>>= Long.numberOfTrailingZeros(b);
        while (b > 1) {
            long remainder = a % b;
            a = b;
            b = remainder;
        }
        return (b == 0 ? a : 1) << twos;
    }
}
