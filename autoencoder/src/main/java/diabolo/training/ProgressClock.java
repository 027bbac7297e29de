package diabolo.training;

import java.time.Duration;
import java.util.List;

/** Measures how fast a training goes and estimates what is left, weighing every phase by its work. */
final class ProgressClock {

    private final List<Integer> epochs;
    private final List<Double> workOfEpochs;
    private final TrainingMonitor monitor;
    private final long started = System.nanoTime();
    private long epochStarted = started;
    private double workThisSession;

    /**
     * @param epochs of every phase
     * @param workOfEpochs what an epoch of every phase costs, in any unit
     */
    ProgressClock(List<Integer> epochs, List<Double> workOfEpochs, TrainingMonitor monitor) {
        this.epochs = epochs;
        this.workOfEpochs = workOfEpochs;
        this.monitor = monitor;
    }

    void epochDone(Phase phase, int number, int epoch, double loss) {
        long now = System.nanoTime();
        workThisSession += workOfEpochs.get(number);
        double done = workBefore(number) + epoch * workOfEpochs.get(number);
        double total = workBefore(epochs.size());
        double secondsPerWork = (now - started) / 1e9 / workThisSession;
        monitor.epochDone(new TrainingMonitor.Progress(
                phase.name(),
                number,
                epochs.size(),
                epoch,
                phase.epochs(),
                loss,
                phase.exampleCount() / Math.max(1e-9, (now - epochStarted) / 1e9),
                done / total,
                Duration.ofMillis((long) (1000 * secondsPerWork * (total - done)))));
        epochStarted = now;
    }

    private double workBefore(int phases) {
        double work = 0;
        for (int phase = 0; phase < phases; phase++) {
            work += epochs.get(phase) * workOfEpochs.get(phase);
        }
        return work;
    }
}
