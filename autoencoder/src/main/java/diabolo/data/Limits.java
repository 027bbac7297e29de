package diabolo.data;

import java.time.Duration;

/**
 * How long to wait for a source and how much to take from it.
 *
 * @param answer until it begins to answer
 * @param window for so long may fewer than {@code leastBytes} come
 * @param archiveBytes of an archive, at most
 * @param attempts after a connection was cut off
 */
record Limits(Duration answer, Duration window, long leastBytes, long archiveBytes, int attempts) {

    /** A connection of 1 kB/s is endured. */
    static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 30_000, 512L << 20, 5);
}
