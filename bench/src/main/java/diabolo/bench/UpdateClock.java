package diabolo.bench;

import java.util.ArrayList;
import java.util.List;

/** Times the updates of a training after the first ones. */
final class UpdateClock {

    private final int batch;
    private final int warmUp;
    private final List<Double> losses = new ArrayList<>();
    private Measurement.Instant started = Measurement.Instant.now();

    /** @param warmUp updates that are not timed */
    UpdateClock(int batch, int warmUp) {
        this.batch = batch;
        this.warmUp = warmUp;
    }

    /** Called after every update. */
    void updated(double loss) {
        losses.add(loss);
        if (losses.size() == warmUp) {
            started = Measurement.Instant.now();
        }
    }

    /** The line that a side prints when it has ended. */
    String line() {
        return started.until(batch, losses.size() - warmUp, losses).line();
    }
}
