package diabolo.bench;

import diabolo.tensor.Engine;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingPlan;

/** Times a training whose examples are one batch, so that each epoch is one update. */
final class TimedTraining {

    private TimedTraining() {}

    /** The line to print. */
    static String run(TrainingPlan plan, Examples examples, int batch, int warmUp) {
        Engine.start();
        UpdateClock clock = new UpdateClock(batch, warmUp);
        try (Trained _ = new Trainer(plan).train(examples, progress -> clock.updated(progress.loss()))) {
            return clock.line();
        }
    }
}
