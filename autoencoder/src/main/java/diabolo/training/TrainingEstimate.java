package diabolo.training;

import diabolo.model.NetworkSpec;
import java.time.Duration;
import java.util.List;

/**
 * How long a plan will take at most, from a few updates that are thrown away.
 *
 * <pre>{@code
 * TrainingEstimate estimate = TrainingEstimate.of(plan, examples);
 * estimate.updates();  // 1,000
 * estimate.duration(); // about 97 s
 * }</pre>
 *
 * @param updates of all stages, without early stopping
 */
public record TrainingEstimate(long updates, Duration duration) {

    private static final int FEW = 4;
    private static final int MORE = 14;

    /** Measures the last stage; the others are estimated by their work. A second's work for small networks. */
    public static TrainingEstimate of(TrainingPlan plan, Examples examples) {
        Stage last = plan.stages().getLast();
        double nanosAnUpdate = Math.max(0, nanos(plan, last, MORE, examples) - nanos(plan, last, FEW, examples))
                / (double) (MORE - FEW);
        double nanosOfWork = nanosAnUpdate / (last.schedule().batchSize() * plan.workOf(last));
        long updates = 0;
        double nanos = 0;
        for (Stage stage : plan.stages()) {
            Schedule schedule = stage.schedule();
            long ofStage = schedule.length().updates(schedule.batches(examples.count()));
            updates += ofStage;
            nanos += ofStage * nanosOfWork * schedule.batchSize() * plan.workOf(stage);
        }
        return new TrainingEstimate(updates, Duration.ofNanos((long) nanos));
    }

    private static long nanos(TrainingPlan plan, Stage stage, int updates, Examples examples) {
        NetworkSpec model = plan.model();
        Stage few = new Stage(
                stage.name(),
                stage.scope(),
                stage.objective(),
                stage.schedule().with(new Schedule.Updates(updates)),
                stage.excerpts());
        TrainingPlan probe = new TrainingPlan(model, plan.initialization(), List.of(few), plan.seed());
        long start = System.nanoTime();
        try (Trained _ = new Trainer(probe).train(examples, TrainingMonitor.SILENT)) {
            return System.nanoTime() - start;
        }
    }
}
