package diabolo.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Times the updates of a training after the first ones, by the clock and by the processor time of the whole process. */
final class UpdateClock {

    private final int batch;
    private final int warmUp;
    private final List<Double> losses = new ArrayList<>();
    private long startedNanos = System.nanoTime();
    private long startedProcessorNanos = processorNanos();

    /** @param warmUp updates that are not timed */
    UpdateClock(int batch, int warmUp) {
        this.batch = batch;
        this.warmUp = warmUp;
    }

    /** Called after every update. */
    void updated(double loss) {
        losses.add(loss);
        if (losses.size() == warmUp) {
            startedNanos = System.nanoTime();
            startedProcessorNanos = processorNanos();
        }
    }

    /** The line that a side prints when it has ended. */
    String line() {
        int updates = losses.size() - warmUp;
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        double processorSeconds = (processorNanos() - startedProcessorNanos) / 1e9;
        return "{\"millis\": %.2f, \"processorMillis\": %.2f, \"examplesPerSecond\": %.1f, \"losses\": [%s]}"
                .formatted(
                        1000 * seconds / updates,
                        1000 * processorSeconds / updates,
                        batch * updates / seconds,
                        losses.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
