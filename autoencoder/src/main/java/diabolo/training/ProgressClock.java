package diabolo.training;

import java.time.Duration;
import java.util.List;

/** Measures the speed of a training and estimates the time left, weighting stages by their work. */
final class ProgressClock {

    private final TrainingPlan plan;
    private final int examples;
    private final List<Integer> epochs; // of every stage
    private final TrainingMonitor monitor;
    private final long started = System.nanoTime();
    private long epochStarted = started;
    private double workThisSession;

    ProgressClock(TrainingPlan plan, int examples, TrainingMonitor monitor) {
        this.plan = plan;
        this.examples = examples;
        this.epochs = plan.stages().stream()
                .map(stage -> stage.schedule().epochs(examples))
                .toList();
        this.monitor = monitor;
    }

    /** @param number of the stage */
    void epochDone(int number, int epoch, double loss) {
        Stage stage = plan.stages().get(number);
        long now = System.nanoTime();
        workThisSession += plan.workOf(stage);
        double done = workBefore(number) + epoch * plan.workOf(stage);
        double total = workBefore(epochs.size());
        double secondsPerWork = (now - started) / 1e9 / workThisSession;
        monitor.epochDone(new TrainingMonitor.Progress(
                stage.name(),
                number,
                epochs.size(),
                epoch,
                epochs.get(number),
                loss,
                examples / Math.max(1e-9, (now - epochStarted) / 1e9),
                done / total,
                Duration.ofMillis((long) (1000 * secondsPerWork * (total - done)))));
        epochStarted = now;
    }

    private double workBefore(int stages) {
        double work = 0;
        for (int stage = 0; stage < stages; stage++) {
            work += epochs.get(stage) * plan.workOf(plan.stages().get(stage));
        }
        return work;
    }
}
