package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Random excerpts of examples, chosen at each use: some consecutive units, randomly transposed. Short excerpts before long ones are
 * a curriculum (Bengio et al. 2009): a network of sixteen bars first learns to copy single bars, then two, and so on; its weights
 * are the same for any number of bars.
 *
 * <pre>{@code
 * new Excerpts(16, 1, TokenTransposition.NONE); // single bars of sixteen steps
 * Excerpts.WHOLE.with(new TokenTransposition(5, List.of(90), List.of(0)));
 * }</pre>
 *
 * @param unitSteps at whose multiples an excerpt begins, usually a bar; 1 or more
 * @param units of an excerpt, 1 to 64; 0 for the whole example
 */
public record Excerpts(int unitSteps, int units, Transposition transposition) {

    public static final Excerpts WHOLE = new Excerpts(1, 0, TokenTransposition.NONE);

    public Excerpts {
        require(unitSteps >= 1, "unitSteps must be 1 or more, was " + unitSteps);
        requireBetween("bars of a lesson", units, 0, 64);
        requireNonNull(transposition, "transposition");
    }

    public Excerpts with(Transposition other) {
        return new Excerpts(unitSteps, units, other);
    }

    /** The steps of an excerpt, given those of an example. */
    public int steps(int whole) {
        return units == 0 ? whole : units * unitSteps;
    }

    boolean isWhole() {
        return units == 0;
    }

    /** An excerpt of an example [lines][steps]. */
    int[][] of(int[][] tokens, RandomGenerator places, RandomGenerator keys) {
        int[][] excerpt = isWhole() ? tokens : cut(tokens, places);
        return switch (transposition) {
            case TokenTransposition ofTokens -> ofTokens.of(excerpt, keys);
            case RollTransposition _ -> excerpt;
        };
    }

    /** A frame of cells, randomly transposed. */
    float[] of(float[] cells, RandomGenerator keys) {
        return switch (transposition) {
            case TokenTransposition _ -> cells;
            case RollTransposition ofRolls -> ofRolls.of(cells, keys);
        };
    }

    private int[][] cut(int[][] tokens, RandomGenerator places) {
        int all = tokens[0].length / unitSteps;
        int from = unitSteps * places.nextInt(all - units + 1);
        return Arrays.stream(tokens)
                .map(line -> Arrays.copyOfRange(line, from, from + units * unitSteps))
                .toArray(int[][]::new);
    }
}
