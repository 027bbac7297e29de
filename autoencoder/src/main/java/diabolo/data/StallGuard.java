package diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Ends a stream from which hardly anything comes: reading then fails, and {@link #hasStalled()} tells why. */
final class StallGuard implements AutoCloseable {

    private final InputStream stream;
    private final Duration window;
    private final long leastBytes;
    private final AtomicLong received = new AtomicLong();
    private final Thread watch;
    private volatile boolean stalled;

    StallGuard(InputStream stream, Limits limits) {
        this.stream = stream;
        this.window = limits.window();
        this.leastBytes = limits.leastBytes();
        this.watch = Thread.ofVirtual().start(this::watch);
    }

    void count(long bytes) {
        received.addAndGet(bytes);
    }

    boolean hasStalled() {
        return stalled;
    }

    private void watch() {
        long before = 0;
        try {
            while (true) {
                Thread.sleep(window);
                long now = received.get();
                if (now - before < leastBytes) {
                    stalled = true;
                    stream.close();
                    return;
                }
                before = now;
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            stalled = true;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
