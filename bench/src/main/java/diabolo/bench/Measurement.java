package diabolo.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a unit of work took, by the clock and in processor time of the whole process, compilers and collector included.
 *
 * @param size of the unit: examples of an update, melodies of a call, files
 * @param check numbers that all sides should agree on: losses, tokens, a count of notes
 */
record Measurement(int size, double millis, double processorMillis, List<Double> check) {

    private static final long WARM_UP_NANOS = 300_000_000;
    private static final long LEAST_NANOS = 500_000_000;
    private static final long COLD_NANOS = 2_000_000_000;

    /** Work that may fail as its side does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Repeats work, first unmeasured, then until enough time has passed. */
    static Measurement of(int size, List<Double> check, Work work) throws Exception {
        repeat(work, WARM_UP_NANOS);
        Instant begun = Instant.now();
        int times = repeat(work, LEAST_NANOS);
        return begun.until(size, times, check);
    }

    /** Lets the compilers of a process do what they do at first. */
    static void warmUp(Work work) throws Exception {
        repeat(work, COLD_NANOS);
    }

    private static int repeat(Work work, long nanos) throws Exception {
        long begun = System.nanoTime();
        int times = 0;
        do {
            work.run();
            times++;
        } while (System.nanoTime() - begun < nanos);
        return times;
    }

    /** A moment by both clocks. */
    record Instant(long nanos, long processorNanos) {

        static Instant now() {
            return new Instant(
                    System.nanoTime(),
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime());
        }

        /** The mean of some units of work that began here and end now. */
        Measurement until(int size, int times, List<Double> check) {
            Instant now = now();
            return new Measurement(
                    size,
                    (now.nanos - nanos) / 1e6 / times,
                    (now.processorNanos - processorNanos) / 1e6 / times,
                    check);
        }
    }

    /** The line of JSON that a side prints. */
    String line() {
        return String.format(
                Locale.ROOT,
                "{\"size\": %d, \"millis\": %.4f, \"processorMillis\": %.4f, \"check\": [%s]}",
                size,
                millis,
                processorMillis,
                check.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
