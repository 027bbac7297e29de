package diabolo.representation;

import static diabolo.note.Checks.require;

import java.util.Arrays;

/**
 * A window as tokens: what each line says at each step.
 *
 * <pre>{@code
 * Tokens tokens = Melody.of(2).encode(piece);
 * int first = tokens.lines()[0][0];
 * }</pre>
 *
 * <p>The arrays are not copied: whoever hands them over leaves them alone, and so does who is given them.
 *
 * @param lines [lines][steps], one or more of one length
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its content, below
public record Tokens(int[][] lines) implements Frames {

    public Tokens {
        require(lines.length > 0, "tokens need at least one line, there was none");
        for (int[] line : lines) {
            require(
                    line.length == lines[0].length,
                    "lines of one length are needed, were %d and %d steps".formatted(lines[0].length, line.length));
        }
    }

    public int steps() {
        return lines[0].length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tokens(int[][] others) && Arrays.deepEquals(lines, others);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(lines);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(lines);
    }
}
