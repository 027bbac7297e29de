package diabolo.note;

/**
 * A musical metre such as 3/4.
 *
 * <pre>{@code
 * new Meter(6, 8).barLength(); // 3 quarter notes
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param beats the upper number, 1 to 255
 * @param beatUnit the lower number: a power of two, 1 to 1024
 */
public record Meter(int beats, int beatUnit) {

    public static final Meter FOUR_FOUR = new Meter(4, 4);

    public Meter {
        Checks.requireBetween("beats", beats, 1, 255);
        Checks.requireBetween("beatUnit", beatUnit, 1, 1024);
        Checks.require(Integer.bitCount(beatUnit) == 1, "beatUnit must be a power of two, was " + beatUnit);
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
