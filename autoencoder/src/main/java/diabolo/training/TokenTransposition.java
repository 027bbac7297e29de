package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.representation.Line;
import diabolo.representation.TokenRepresentation;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Transposition of tokens: pitched lines are moved together. In a pitched line tokens 0 and 1 are hold and note-off, and the others
 * ascend by semitones.
 *
 * @param mostSemitones up or down, 0 to 48
 * @param alphabets of all lines
 * @param lines indices of the pitched ones
 */
public record TokenTransposition(int mostSemitones, List<Integer> alphabets, List<Integer> lines)
        implements Transposition {

    public static final TokenTransposition NONE = new TokenTransposition(0, List.of(), List.of());

    private static final int FIRST_PITCH = 2;

    public TokenTransposition {
        requireBetween("mostSemitones", mostSemitones, 0, 48);
        alphabets = List.copyOf(alphabets);
        lines = List.copyOf(lines);
        for (int line : lines) {
            require(
                    line < alphabets.size(),
                    "there is no line %d to transpose, there are %d".formatted(line, alphabets.size()));
        }
    }

    /** For the pitched lines of a representation. */
    public static TokenTransposition of(int mostSemitones, TokenRepresentation representation) {
        List<Line> all = representation.lines();
        return new TokenTransposition(
                mostSemitones,
                representation.alphabets(),
                IntStream.range(0, all.size())
                        .filter(line -> all.get(line).isPitched())
                        .boxed()
                        .toList());
    }

    /** A randomly transposed copy. */
    int[][] of(int[][] tokens, RandomGenerator random) {
        int lowest = -mostSemitones;
        int highest = mostSemitones;
        for (int line : lines) {
            for (int token : tokens[line]) {
                if (token >= FIRST_PITCH) {
                    lowest = Math.max(lowest, FIRST_PITCH - token);
                    highest = Math.min(highest, alphabets.get(line) - 1 - token);
                }
            }
        }
        return moved(tokens, random.nextInt(lowest, highest + 1));
    }

    /** A transposed copy, however far; empty if a pitch would leave the alphabet. */
    public Optional<int[][]> by(int semitones, int[][] tokens) {
        boolean fits = lines.stream().allMatch(line -> IntStream.of(tokens[line])
                .filter(token -> token >= FIRST_PITCH)
                .allMatch(token -> token + semitones >= FIRST_PITCH && token + semitones < alphabets.get(line)));
        return fits ? Optional.of(moved(tokens, semitones)) : Optional.empty();
    }

    private int[][] moved(int[][] tokens, int semitones) {
        int[][] moved = new int[tokens.length][];
        for (int line = 0; line < tokens.length; line++) {
            moved[line] = tokens[line].clone();
            for (int step = 0; step < moved[line].length && lines.contains(line); step++) {
                moved[line][step] += moved[line][step] >= FIRST_PITCH ? semitones : 0;
            }
        }
        return moved;
    }
}
