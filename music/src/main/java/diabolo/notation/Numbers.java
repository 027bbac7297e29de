package diabolo.notation;

import diabolo.note.Beat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Numbers as MusicXML writes them: decimal digits, perhaps a sign and a point, and nothing else. */
public final class Numbers {

    private static final int MAX_DIGITS = 9;
    private static final int MOST_PASSES = 99;

    private Numbers() {}

    /** A whole number of at most nine digits. */
    public static Optional<Integer> integer(String text) {
        return decimal(text).filter(number -> number.denominator() == 1).map(number -> (int) number.numerator());
    }

    /** A decimal number as an exact fraction: at most nine digits before the point; those after the ninth behind it are cut. */
    public static Optional<Beat> decimal(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String behind = point < 0 ? "" : digits.substring(point + 1);
        String fraction = behind.substring(0, Math.min(MAX_DIGITS, behind.length()));
        if ((whole + fraction).isEmpty() || whole.length() > MAX_DIGITS || !areDigits(whole + behind)) {
            return Optional.empty();
        }
        long scale = 1;
        for (int i = 0; i < fraction.length(); i++) {
            scale *= 10;
        }
        long value = Long.parseLong(whole + fraction);
        return Optional.of(Beat.of(negative ? -value : value, scale));
    }

    /** The passes from 1 to 99 that a list such as {@code 1, 3} names. */
    public static Set<Integer> passes(String text) {
        Set<Integer> passes = new TreeSet<>();
        for (String number : text.split("[^0-9]+", -1)) {
            integer(number).filter(pass -> pass >= 1 && pass <= MOST_PASSES).ifPresent(passes::add);
        }
        return passes;
    }

    private static boolean areDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
