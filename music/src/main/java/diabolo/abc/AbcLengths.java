package diabolo.abc;

import diabolo.note.Beat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lengths as ABC writes them: {@code 3/2}, {@code /} for a half, {@code //} for a quarter, nothing for one. */
final class AbcLengths {

    private static final int MOST_DIGITS = 5;
    private static final int MOST_SLASHES = 10;
    private static final int SMALLEST_PART = 4096;
    private static final Pattern LENGTH = Pattern.compile("([0-9]*)(?:(/+)([0-9]*))?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]+)(?:\\s*/\\s*([0-9]+))?");

    private AbcLengths() {}

    /** Takes the length at the cursor, in unit lengths; empty where it is zero or out of all bounds. */
    static Optional<Beat> take(AbcCursor cursor) {
        MatchResult match = cursor.take(LENGTH).orElseThrow();
        String slashes = match.group(2) == null ? "" : match.group(2);
        String divisor = match.group(3) == null ? "" : match.group(3);
        if (slashes.length() > MOST_SLASHES || (slashes.length() > 1 && !divisor.isEmpty())) {
            return Optional.empty();
        }
        String written = divisor.isEmpty() ? Long.toString(1L << slashes.length()) : divisor;
        return fraction(match.group(1).isEmpty() ? "1" : match.group(1), written);
    }

    /** A length as a fraction of a whole note, such as {@code 1/8}, in quarter notes. */
    static Optional<Beat> ofWhole(String text) {
        var match = FRACTION.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        return fraction(match.group(1), match.group(2) == null ? "1" : match.group(2))
                .map(whole -> whole.times(4));
    }

    private static Optional<Beat> fraction(String numerator, String denominator) {
        if (numerator.length() > MOST_DIGITS || denominator.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int upper = Integer.parseInt(numerator);
        int lower = Integer.parseInt(denominator);
        return upper < 1 || lower < 1 || lower > SMALLEST_PART ? Optional.empty() : Optional.of(Beat.of(upper, lower));
    }
}
