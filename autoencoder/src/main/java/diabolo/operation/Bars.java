package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.note.Quoted;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of bars, counted as in printed music: bar 0 is a pickup, and repeats count as they are played.
 *
 * <pre>{@code
 * Bars bars = Bars.parse("5-8");
 * }</pre>
 *
 * @param from 0 or more
 * @param to the last bar, included
 */
public record Bars(int from, int to) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

    public Bars {
        require(
                0 <= from && from <= to,
                "bars go from one to the same or a later one, were %d to %d; name the first bar first"
                        .formatted(from, to));
    }

    /**
     * Parses {@code 5-8}, or {@code 5} for one bar.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Bars parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            int from = Integer.parseInt(written.group(1));
            int to = written.group(2) == null ? from : Integer.parseInt(written.group(2));
            if (from <= to) {
                return new Bars(from, to);
            }
        }
        throw new IllegalArgumentException(
                "bars are written as 5-8, the first one first, or as 5, was '%s'".formatted(Quoted.of(text)));
    }

    @Override
    public String toString() {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
