package diabolo.abc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an ABC file without its comment.
 *
 * @param number counted from 1
 * @param isDirective whether it begins with {@code %%}; the text is what follows these
 */
record AbcLine(int number, String text, boolean isDirective) {

    /** A note before a repeat sign ({@code A:|}) is no field. */
    private static final Pattern FIELD = Pattern.compile("([A-Za-z+]):(?![|:])(.*)", Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%");

    static AbcLine of(int number, String raw) {
        if (raw.startsWith("%%")) {
            return new AbcLine(number, raw.substring(2).strip(), true);
        }
        Matcher comment = COMMENT.matcher(raw);
        String text = comment.find() ? raw.substring(0, comment.start()) : raw;
        return new AbcLine(number, text.stripTrailing(), false);
    }

    boolean isField() {
        return !isDirective && FIELD.matcher(text).matches();
    }

    /** The letter of a field. */
    char field() {
        return text.charAt(0);
    }

    /** What a field says. */
    String value() {
        return text.substring(2).strip().replace("\\%", "%");
    }
}
