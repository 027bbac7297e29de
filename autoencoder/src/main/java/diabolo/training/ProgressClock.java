package diabolo.training;

import java.time.Duration;

/** Measures how fast a training goes and estimates what is left, weighing an epoch by the numbers its network multiplies. */
final class ProgressClock {

    private final CascadePlan plan;
    private final TrainingMonitor monitor;
    private final long started = System.nanoTime();
    private long epochStarted = started;
    private double workThisSession;

    ProgressClock(CascadePlan plan, TrainingMonitor monitor) {
        this.plan = plan;
        this.monitor = monitor;
    }

    void epochDone(Phase phase, int number, int epoch, double loss) {
        long now = System.nanoTime();
        workThisSession += workOfEpoch(number);
        double done = workBefore(number) + epoch * workOfEpoch(number);
        double total = workBefore(plan.phaseCount());
        double secondsPerWork = (now - started) / 1e9 / workThisSession;
        monitor.epochDone(new TrainingMonitor.Progress(
                phase.name(),
                number,
                plan.phaseCount(),
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
            work += epochs(phase) * workOfEpoch(phase);
        }
        return work;
    }

    private int epochs(int phase) {
        return phase == plan.stageCount()
                ? plan.fineTuning().epochs()
                : switch (plan.pretraining()) {
                    case Pretraining.None _ -> 0;
                    case Pretraining.ByAutoencoders by -> by.stage().epochs();
                    case Pretraining.ByBoltzmannMachines by -> by.epochs();
                };
    }

    private double workOfEpoch(int phase) {
        double work = 0;
        for (int layer = 0; layer < plan.model().depth(); layer++) {
            if (phase == plan.stageCount() || phase == layer) {
                work += (double) plan.model().sizes().get(layer)
                        * plan.model().sizes().get(layer + 1);
            }
        }
        return work;
    }
}
