package diabolo.note;

import java.util.Locale;

/**
 * Shares for people.
 *
 * <pre>{@code
 * Percent.of(0.8305); // "83.1 %"
 * }</pre>
 */
public final class Percent {

    private Percent() {}

    /** A share with one decimal. */
    public static String of(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
