package diabolo.abc;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks one line of an ABC file from left to right.
 *
 * <pre>{@code
 * if (cursor.peek() == 'z') {
 *     cursor.skip(1);
 *     Beat length = lengthAt(cursor);
 * }
 * }</pre>
 *
 * <p>Belongs to one reading on one thread.
 */
final class AbcCursor {

    /** What {@link #peek()} gives behind the last character. */
    static final char END = '\0';

    private final AbcLine line;
    private int position;
    private int tokenStart;

    /** Characters that are known not to stand further on, so that a line is not searched for one again and again. */
    private String absent = "";

    AbcCursor(AbcLine line) {
        this.line = line;
    }

    boolean atEnd() {
        return position >= line.text().length();
    }

    /** What stands here is the next thing to be read; findings are placed at its beginning. */
    void beginToken() {
        tokenStart = position;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < line.text().length() ? line.text().charAt(at) : END;
    }

    void skip(int characters) {
        position = Math.min(line.text().length(), position + characters);
    }

    /** Takes what the pattern matches here, if it does. */
    Optional<MatchResult> take(Pattern pattern) {
        Optional<MatchResult> match = lookAt(pattern);
        match.ifPresent(taken -> position = taken.end());
        return match;
    }

    /** What the pattern matches here, which stays where it is. */
    Optional<MatchResult> lookAt(Pattern pattern) {
        Matcher matcher =
                pattern.matcher(line.text()).region(position, line.text().length());
        return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** Takes what stands here and the closing character behind it; empty, and nothing taken, where the line has none. */
    Optional<String> takeUpTo(char closing) {
        if (absent.indexOf(closing) >= 0) {
            return Optional.empty();
        }
        int end = line.text().indexOf(closing, position);
        if (end < 0) {
            absent += closing;
            return Optional.empty();
        }
        String taken = line.text().substring(position, end);
        position = end + 1;
        return Optional.of(taken);
    }

    String location() {
        return "line %d, column %d".formatted(line.number(), tokenStart + 1);
    }
}
