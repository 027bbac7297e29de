package diabolo.note;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A musical meter such as 3/4.
 *
 * <pre>{@code
 * new Meter(6, 8).barLength(); // 3 quarter notes
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param beats the upper number, 1 to 255
 * @param beatUnit the lower number: a power of two, 1 to 64
 */
public record Meter(int beats, int beatUnit) {

    public static final Meter FOUR_FOUR = new Meter(4, 4);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Meter {
        Checks.requireBetween("the upper number of a meter", beats, 1, 255);
        Checks.requireBetween("the lower number of a meter", beatUnit, 1, 64);
        Checks.require(
                Integer.bitCount(beatUnit) == 1,
                () -> "the lower number of a meter must be a power of two, was %d; choose 2, 4, 8 or 16"
                        .formatted(beatUnit));
    }

    /**
     * The meter that is written so: {@code "6/8"}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Meter parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        Checks.require(
                written.matches(), () -> "a meter is written as two numbers such as 3/4, was %.40s".formatted(text));
        return new Meter(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    }

    /** The length of a bar in quarter notes. */
    public Beat barLength() {
        return Beat.of(4L * beats, beatUnit);
    }

    @Override
    public String toString() {
        return beats + "/" + beatUnit;
    }
}
