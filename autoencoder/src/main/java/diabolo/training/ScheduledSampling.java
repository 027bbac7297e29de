package diabolo.training;

import static diabolo.note.Checks.require;

/**
 * Scheduled sampling: the probability in training that a decoder is conditioned on its own sample instead of the example's token
 * (Bengio et al. 2015), so that it learns to recover from its mistakes.
 *
 * <pre>{@code
 * new ScheduledSampling(1000).probabilityAfter(8000); // 0.75
 * }</pre>
 *
 * @param slowness k of the inverse sigmoid 1 - k / (k + e^(t/k)), in updates, 1 or more; 0 for never
 */
public record ScheduledSampling(double slowness) {

    /** Teacher forcing. */
    public static final ScheduledSampling NEVER = new ScheduledSampling(0);

    public ScheduledSampling {
        require(
                slowness == 0 || (slowness >= 1 && slowness <= 1e9),
                "scheduledSampling must be 0, or 1 to 1000000000 updates, was " + slowness);
    }

    double probabilityAfter(long updates) {
        return slowness == 0 ? 0 : 1 - slowness / (slowness + Math.exp((double) updates / slowness));
    }
}
