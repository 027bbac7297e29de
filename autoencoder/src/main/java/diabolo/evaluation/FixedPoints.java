package diabolo.evaluation;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Frames fed back to an autoencoder, pass after pass, until they come back as they went in: its fixed points, which are what it takes
 * for its own kind (Kazakçı, Cherti and Kégl 2016).
 *
 * <pre>{@code
 * FixedPoints found = FixedPoints.from(noise, network::reconstruct, FixedPoints.Settings.NEW_TYPES);
 * found.share();                // 0.93 of the starts came to rest
 * found.pass(5)[3];             // what start 3 was after 5 passes
 * found.last();                 // what each was in the end
 * }</pre>
 *
 * <p>Starts that have come to rest are not fed back again. Immutable; the arrays are not copied and must not be changed.
 *
 * @param passes frames after each pass, the starts first: [starts][cells] each; rows of starts at rest are those of the pass before
 * @param changes of each pass the mean squared change of a cell, by start: [starts] each
 * @param restAfter for each start the pass that changed it no more; 0 if it never came to rest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FixedPoints(List<float[][]> passes, List<double[]> changes, int[] restAfter) {

    /** What is fed back. */
    public enum Feedback {
        /** The probabilities of cells as they are. */
        GREY,
        /** 0 or 1, by a threshold of one half. */
        BINARY
    }

    /**
     * How long frames are fed back.
     *
     * @param passes at most, 1 to 10,000
     * @param tolerance a frame is at rest when a pass changes its cells by a mean square of at most this; not negative
     */
    public record Settings(int passes, double tolerance, Feedback feedback) {

        /** A hundred passes of grey images as in the source; at rest are those whose pixels move by less than a thousandth. */
        public static final Settings NEW_TYPES = new Settings(100, 1e-6, Feedback.GREY);

        public Settings {
            requireBetween("passes", passes, 1, 10_000);
            require(tolerance >= 0, "tolerance must not be negative, was " + tolerance);
            requireNonNull(feedback, "feedback");
        }

        public Settings with(Feedback other) {
            return new Settings(passes, tolerance, other);
        }
    }

    public FixedPoints {
        passes = List.copyOf(passes);
        changes = List.copyOf(changes);
    }

    /**
     * Feeds frames back.
     *
     * @param starts one or more, [starts][cells]
     * @param network reconstructs frames: [some][cells] to the same
     */
    public static FixedPoints from(float[][] starts, UnaryOperator<float[][]> network, Settings settings) {
        require(starts.length > 0, "nothing was given to feed back; give one start or more");
        List<float[][]> passes = new ArrayList<>();
        passes.add(starts);
        List<double[]> changes = new ArrayList<>();
        int[] restAfter = new int[starts.length];
        for (int pass = 1; pass <= settings.passes(); pass++) {
            float[][] before = passes.getLast();
            int[] moving = IntStream.range(0, starts.length)
                    .filter(start -> restAfter[start] == 0)
                    .toArray();
            if (moving.length == 0) {
                break;
            }
            float[][] fed = network.apply(
                    IntStream.of(moving).mapToObj(start -> before[start]).toArray(float[][]::new));
            float[][] after = before.clone();
            double[] changed = new double[starts.length];
            for (int i = 0; i < moving.length; i++) {
                int start = moving[i];
                after[start] = settings.feedback() == Feedback.BINARY ? binary(fed[i]) : fed[i];
                changed[start] = squaredError(before[start], after[start]);
                restAfter[start] = changed[start] <= settings.tolerance() ? pass : 0;
            }
            passes.add(after);
            changes.add(changed);
        }
        return new FixedPoints(passes, changes, restAfter);
    }

    /** What the frames were after a pass, 0 for the starts; after the last pass, what they are in the end. */
    public float[][] pass(int number) {
        return passes.get(Math.min(number, passes.size() - 1));
    }

    /** What the frames are in the end. */
    public float[][] last() {
        return passes.getLast();
    }

    /** The share of starts that came to rest, 0 to 1. */
    public double share() {
        return (double) Arrays.stream(restAfter).filter(pass -> pass > 0).count() / restAfter.length;
    }

    /** After how many passes starts came to rest, on average over those that did; 0 where none did. */
    public double meanPasses() {
        return Arrays.stream(restAfter).filter(pass -> pass > 0).average().orElse(0);
    }

    /**
     * The share of starts that never come to rest but go round: in the end they are what they were a few passes before.
     *
     * @param longest passes of a round, 2 or more
     * @param tolerance the mean squared difference of a cell up to which frames count as equal
     */
    public double cycleShare(int longest, double tolerance) {
        return (double) IntStream.range(0, restAfter.length)
                        .filter(start -> restAfter[start] == 0)
                        .filter(start -> IntStream.rangeClosed(2, Math.min(longest, passes.size() - 1))
                                .anyMatch(round ->
                                        squaredError(last()[start], passes.get(passes.size() - 1 - round)[start])
                                                <= tolerance))
                        .count()
                / restAfter.length;
    }

    /** The mean of the squared changes of each pass. */
    public List<Double> convergence() {
        return changes.stream()
                .map(changed -> Arrays.stream(changed).average().orElse(0))
                .toList();
    }

    /** Of the frames in the end, those that differ as cells of 0 and 1, by their numbers; the first of equal ones. */
    public List<Integer> distinct() {
        Set<List<Float>> seen = new HashSet<>();
        return IntStream.range(0, restAfter.length)
                .filter(start -> seen.add(cells(binary(last()[start]))))
                .boxed()
                .toList();
    }

    /** How many of the frames in the end differ as cells of 0 and 1, of all, above 0 to 1. */
    public double uniqueRatio() {
        return (double) distinct().size() / restAfter.length;
    }

    private static List<Float> cells(float[] frame) {
        List<Float> cells = new ArrayList<>(frame.length);
        for (float cell : frame) {
            cells.add(cell);
        }
        return cells;
    }

    /** Cells of 0 and 1, by a threshold of one half. */
    public static float[] binary(float[] frame) {
        float[] binary = new float[frame.length];
        for (int cell = 0; cell < frame.length; cell++) {
            binary[cell] = frame[cell] > 0.5f ? 1 : 0;
        }
        return binary;
    }

    /** The mean over the cells of the squared difference of two frames. */
    public static double squaredError(float[] frame, float[] other) {
        double sum = 0;
        for (int cell = 0; cell < frame.length; cell++) {
            sum += (frame[cell] - other[cell]) * (double) (frame[cell] - other[cell]);
        }
        return sum / frame.length;
    }

    /** The mean of {@link #squaredError} over pairs of frames. */
    public static double squaredError(float[][] frames, float[][] others) {
        return IntStream.range(0, frames.length)
                .mapToDouble(i -> squaredError(frames[i], others[i]))
                .average()
                .orElse(0);
    }
}
