package diabolo.note;

import java.util.function.Supplier;

/**
 * Bound checks whose message names the value, its owner, its bounds, and thereby the way out.
 *
 * <pre>{@code
 * Checks.requireBetween("velocity", 0, 1, 127); // velocity must be between 1 and 127, was 0; choose one in that range
 * }</pre>
 */
public final class Checks {

    private Checks() {}

    /**
     * Requires {@code low <= value <= high}.
     *
     * @return the value
     * @throws OutOfRangeException if the value lies outside
     */
    public static int requireBetween(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new OutOfRangeException(
                    name, "must be between %d and %d, was %d; choose one in that range".formatted(low, high, value));
        }
        return value;
    }

    /**
     * Requires a finite {@code low <= value <= high}.
     *
     * @return the value
     * @throws OutOfRangeException if the value lies outside or is not a number
     */
    public static double requireBetween(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new OutOfRangeException(
                    name,
                    "must be between %s and %s, was %s; choose one in that range"
                            .formatted(plain(low), plain(high), plain(value)));
        }
        return value;
    }

    /**
     * Requires {@code low < value < high}.
     *
     * @return the value
     * @throws OutOfRangeException if the value is a bound, lies outside or is not a number
     */
    public static double requireInside(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new OutOfRangeException(
                    name,
                    "must be above %s and below %s, was %s; choose one in between"
                            .formatted(plain(low), plain(high), plain(value)));
        }
        return value;
    }

    /** As people write it: whole numbers without a point. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * Requires a condition that ties several values together.
     *
     * @throws IllegalArgumentException with the message if the condition does not hold
     */
    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * The same where values are made by the million: the message is put together only if the condition does not hold.
     *
     * @throws IllegalArgumentException with the message if the condition does not hold
     */
    public static void require(boolean condition, Supplier<String> message) {
        if (!condition) {
            throw new IllegalArgumentException(message.get());
        }
    }
}
