package diabolo.abc;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A bar line of any kind.
 *
 * @param timesPlayed how often the section that it ends is played; 0 where it ends none
 * @param beginsRepeat whether a section to be repeated begins behind it
 * @param isPlain whether it is a single line, which only separates bars
 */
record AbcBarLine(int timesPlayed, boolean beginsRepeat, boolean isPlain) {

    private static final int MOST_TIMES = 9;
    private static final Pattern LINE = Pattern.compile("\\.?(:*)(\\[\\|\\]?|\\|\\]|\\|+\\]?)(:*)");
    private static final Pattern COLONS_ALONE = Pattern.compile("::+(?![:|])");

    /** Takes a bar line, if one stands at the cursor. */
    static Optional<AbcBarLine> take(AbcCursor cursor) {
        if (cursor.take(COLONS_ALONE).isPresent()) {
            return Optional.of(new AbcBarLine(2, true, false));
        }
        return cursor.take(LINE).map(AbcBarLine::of);
    }

    /** Whether it is double, or thick, and neither begins nor ends a repeat. */
    boolean isDouble() {
        return !isPlain && timesPlayed == 0 && !beginsRepeat;
    }

    private static AbcBarLine of(MatchResult line) {
        int before = line.group(1).length();
        int behind = line.group(3).length();
        boolean isSingle = line.group(2).equals("|");
        return new AbcBarLine(
                before == 0 ? 0 : Math.min(MOST_TIMES, before + 1), behind > 0, before == 0 && behind == 0 && isSingle);
    }
}
