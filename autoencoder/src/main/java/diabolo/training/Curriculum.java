package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Short pieces before long ones (Bengio et al. 2009): a network of sixteen bars first learns to copy single bars cut out of
 * its windows, then two in a row, and so on. Its weights are the same for any number of bars.
 *
 * <pre>{@code
 * new Curriculum(16, List.of(new Curriculum.Lesson(1, 12, 64), new Curriculum.Lesson(4, 6, 32)));
 * // twelve passes over single bars of 16 steps, six over four bars, then the whole windows
 * }</pre>
 *
 * @param barSteps of a bar, 1 or more
 * @param lessons before the whole windows; none for no curriculum
 */
public record Curriculum(int barSteps, List<Lesson> lessons) {

    public static final Curriculum NONE = new Curriculum(1, List.of());

    /**
     * Passes over all windows, of each of which some bars are learned from, chosen anew every time.
     *
     * @param bars in a row, 1 to 64
     * @param epochs 1 to 1,000,000
     * @param batchSize excerpts an update, 1 to 65,536
     */
    public record Lesson(int bars, int epochs, int batchSize) {
        public Lesson {
            requireBetween("bars of a lesson", bars, 1, 64);
            requireBetween("epochs of a lesson", epochs, 1, 1_000_000);
            requireBetween("batchSize of a lesson", batchSize, 1, 65_536);
        }
    }

    public Curriculum {
        require(barSteps >= 1, "barSteps must be 1 or more, was " + barSteps);
        lessons = List.copyOf(lessons);
    }

    int steps(Lesson lesson) {
        return lesson.bars() * barSteps;
    }

    /** Some bars of a window in a row: [lines][steps of the lesson]. */
    int[][] excerpt(int[][] tokens, Lesson lesson, RandomGenerator random) {
        int bars = tokens[0].length / barSteps;
        int from = barSteps * random.nextInt(bars - lesson.bars() + 1);
        return Arrays.stream(tokens)
                .map(line -> Arrays.copyOfRange(line, from, from + steps(lesson)))
                .toArray(int[][]::new);
    }
}
