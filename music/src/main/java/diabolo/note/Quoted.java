package diabolo.note;

/** Text of files and commands as messages may show it: short, on one line, without control characters. */
public final class Quoted {

    private static final int MOST_CHARACTERS = 40;

    private Quoted() {}

    /** {@code Quoted.of("a\tb")} is {@code a?b}; what is longer than 40 characters ends in three dots. */
    public static String of(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        int end = clean.offsetByCodePoints(0, Math.min(MOST_CHARACTERS, clean.codePointCount(0, clean.length())));
        return end < clean.length() ? clean.substring(0, end) + "..." : clean;
    }
}
