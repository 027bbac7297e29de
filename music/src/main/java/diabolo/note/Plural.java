package diabolo.note;

/**
 * Counts for people.
 *
 * <pre>{@code
 * Plural.of(1, "window"); // "1 window"
 * Plural.of(3, "window"); // "3 windows"
 * }</pre>
 */
public final class Plural {

    private Plural() {}

    /** A number with its noun, whose plural ends in s. */
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
