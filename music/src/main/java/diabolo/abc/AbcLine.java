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

    /** What may hold words in a line of music; bounded, so that a line is not searched to its end again and again. */
    private static final Pattern NO_MUSIC =
            Pattern.compile("\"[^\"]{0,500}\"|![^!]{0,100}!|\\+[^+\\s|\\[\\]]{1,100}\\+|\\[[A-Za-z]:[^]]{0,500}]|%.*");

    private static final String LETTERS_OF_NO_NOTE = "HIJKLMNOPQRSTUVWhijklmnopqrstuvw";
    private static final String BEFORE_NOTES = LETTERS_OF_NO_NOTE + "^_=~.";
    private static final String NOTES = "ABCDEFGabcdefgz";

    private static final Pattern INDENTED = Pattern.compile("\\s+(?=%%|" + FIELD.pattern() + ")", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%");

    static AbcLine of(int number, String written) {
        String raw = written.isEmpty() || written.charAt(0) > ' ' ? written : withoutIndent(written);
        if (raw.startsWith("%%")) {
            return new AbcLine(number, raw.substring(2).strip(), true);
        }
        Matcher comment = COMMENT.matcher(raw);
        String text = comment.find() ? raw.substring(0, comment.start()) : raw;
        return new AbcLine(number, text.stripTrailing(), false);
    }

    private static String withoutIndent(String written) {
        Matcher indented = INDENTED.matcher(written);
        return indented.lookingAt() ? written.substring(indented.end()) : written;
    }

    /** Whether it is a line of notes rather than of words. */
    boolean isMusic() {
        return !isDirective
                && !isField()
                && text.contains("|")
                && !hasWord(NO_MUSIC.matcher(text).replaceAll(" "));
    }

    /** Two letters of which neither is a note or a rest, and no note is behind them, whose signs they could be. */
    private static boolean hasWord(String text) {
        boolean isAfterLetter = false;
        boolean hasPair = false;
        for (int i = 0; i <= text.length(); i++) {
            char next = i < text.length() ? text.charAt(i) : ' ';
            boolean isLetter = LETTERS_OF_NO_NOTE.indexOf(next) >= 0;
            hasPair |= isLetter && isAfterLetter;
            isAfterLetter = isLetter;
            if (BEFORE_NOTES.indexOf(next) < 0) {
                if (hasPair && NOTES.indexOf(next) < 0) {
                    return true;
                }
                hasPair = false;
            }
        }
        return false;
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
