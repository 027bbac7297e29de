package diabolo.training;

import java.time.Duration;

/**
 * Hears of every epoch as it ends: a progress bar, or a test.
 *
 * <p>Called on the thread that trains.
 */
@FunctionalInterface
public interface TrainingMonitor {

    TrainingMonitor SILENT = progress -> {};

    /**
     * Where a training stands.
     *
     * @param phaseName {@code "stage 1 of 4"}, {@code "fine-tuning"}
     * @param epoch epochs done in this phase
     * @param epochs epochs this phase will have at the most
     * @param updatesShareDone the share of all epochs of all phases done, each counted by its examples, 0 to 1
     * @param timeLeft of all phases, estimated from the epochs since the training began or was resumed
     */
    record Progress(
            String phaseName,
            int phase,
            int phases,
            int epoch,
            int epochs,
            double loss,
            double examplesPerSecond,
            double updatesShareDone,
            Duration timeLeft) {}

    void epochDone(Progress progress);
}
