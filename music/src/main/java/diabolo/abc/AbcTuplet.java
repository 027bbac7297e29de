package diabolo.abc;

import diabolo.note.Beat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A tuplet: {@code count} notes in the time of {@code inTimeOf}, for the next so many notes.
 *
 * @param factor by which its notes are shortened or stretched
 * @param remaining how many notes are still to come
 */
record AbcTuplet(Beat factor, int remaining) {

    static final AbcTuplet NONE = new AbcTuplet(Beat.of(1), 0);

    private static final int MOST = 99;
    private static final Pattern TUPLET = Pattern.compile("\\(([0-9]{1,3})(?::([0-9]{0,3})(?::([0-9]{0,3}))?)?");

    /** Takes a tuplet mark such as {@code (3} or {@code (3:2:4}; empty where its numbers make no sense. */
    static Optional<AbcTuplet> take(AbcCursor cursor, AbcMeter meter) {
        Optional<MatchResult> match = cursor.take(TUPLET);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        int count = number(match.get().group(1), 0);
        int inTimeOf = number(match.get().group(2), defaultTime(count, meter));
        int notes = number(match.get().group(3), count);
        boolean isSound =
                count >= 1 && inTimeOf >= 1 && notes >= 1 && Math.max(count, Math.max(inTimeOf, notes)) <= MOST;
        return isSound ? Optional.of(new AbcTuplet(Beat.of(inTimeOf, count), notes)) : Optional.empty();
    }

    boolean isOpen() {
        return remaining > 0;
    }

    AbcTuplet afterANote() {
        return remaining > 1 ? new AbcTuplet(factor, remaining - 1) : NONE;
    }

    private static int number(String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    private static int defaultTime(int count, AbcMeter meter) {
        return switch (count) {
            case 3, 6 -> 2;
            case 2, 4, 8 -> 3;
            default -> meter.isCompound() ? 3 : 2;
        };
    }
}
