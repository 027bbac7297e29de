package diabolo.training;

import java.time.Duration;

/**
 * Is called at the end of every epoch, for a progress bar or a test.
 *
 * <p>Called on the thread that trains.
 */
@FunctionalInterface
public interface TrainingMonitor {

    TrainingMonitor SILENT = progress -> {};

    /**
     * The progress of a training.
     *
     * @param phaseName {@code "stage 1 of 4"}, {@code "fine-tuning"}
     * @param epoch epochs done in this phase
     * @param epochs the greatest number of epochs of this phase
     * @param updatesShareDone the share of all phases done, weighted by their work, 0 to 1
     * @param timeLeft of all phases, estimated from the epochs since the start or resumption
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
