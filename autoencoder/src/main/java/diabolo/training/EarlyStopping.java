package diabolo.training;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import java.util.List;

/**
 * Ends a training before its last epoch when the loss no longer improves.
 *
 * <pre>{@code
 * new EarlyStopping(20, 0.005); // 20 epochs without half a per cent of improvement
 * }</pre>
 *
 * @param patienceEpochs 1 or more
 * @param minimumImprovement the share by which a loss must fall below the best so far to count, 0 to 1
 */
public record EarlyStopping(int patienceEpochs, double minimumImprovement) {

    public static final EarlyStopping NEVER = new EarlyStopping(Integer.MAX_VALUE, 0);

    public EarlyStopping {
        requireBetween("patienceEpochs", patienceEpochs, 1, Integer.MAX_VALUE);
        require(
                minimumImprovement >= 0 && minimumImprovement < 1,
                "minimumImprovement must be at least 0 and below 1, was " + minimumImprovement);
    }

    /** Whether to stop after these losses, one for each epoch. */
    public boolean isTime(List<Double> losses) {
        double best = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 0; epoch < losses.size(); epoch++) {
            if (losses.get(epoch) < best * (1 - minimumImprovement)) {
                best = losses.get(epoch);
                bestEpoch = epoch;
            }
        }
        return losses.size() - 1 - bestEpoch >= patienceEpochs;
    }
}
