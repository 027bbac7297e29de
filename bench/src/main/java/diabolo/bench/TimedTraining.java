package diabolo.bench;

import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import diabolo.training.TrainingMonitor;
import diabolo.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Times a training whose examples are one batch, so that each epoch is one update. */
final class TimedTraining {

    private TimedTraining() {}

    /** The line to print. */
    static String run(TrainingPlan plan, Examples examples, int batch, int warmUp) {
        List<Double> losses = new ArrayList<>();
        long[] started = {System.nanoTime()};
        TrainingMonitor monitor = progress -> {
            losses.add(progress.loss());
            if (losses.size() == warmUp) {
                started[0] = System.nanoTime();
            }
        };
        try (Trained _ = new Trainer(plan).train(examples, monitor)) {
            String first =
                    losses.subList(0, warmUp).stream().map(String::valueOf).collect(Collectors.joining(", "));
            return Floats.line(started[0], losses.size() - warmUp, batch, first);
        }
    }
}
