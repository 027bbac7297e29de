package diabolo.training;

import static diabolo.note.Checks.require;

/**
 * How often, while it learns, a decoder is given what it would have written itself rather than what stands in the example
 * (Bengio et al. 2015), so that it learns to go on from its own mistakes.
 *
 * <pre>{@code
 * new ScheduledSampling(1000).probabilityAfter(8000); // 0.75
 * }</pre>
 *
 * @param slowness the k of the inverse sigmoid 1 - k / (k + e^(t/k)), in updates, 1 or more; 0 for never
 */
public record ScheduledSampling(double slowness) {

    /** The decoder always hears the example: teacher forcing. */
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
