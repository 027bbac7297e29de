package diabolo.projection;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Reports how much of a calculation is done, ends it where its thread is interrupted, and spreads rows over the cores.
 *
 * @param listener is given shares from 0 to 1; what it throws ends the calculation too
 */
record Progress(DoubleConsumer listener) {

    /** So many rows are calculated between two looks at the interruption. */
    private static final int CHUNK = 128;

    static Progress silent() {
        return new Progress(_ -> {});
    }

    /**
     * Reports a share.
     *
     * @throws CancellationException if the thread was interrupted
     */
    void at(double share) {
        checkInterruption();
        listener.accept(share);
    }

    /**
     * Ends the calculation if its thread was interrupted; the thread stays so.
     *
     * @throws CancellationException then
     */
    void checkInterruption() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the calculation was interrupted; start it again for a result");
        }
    }

    /** The progress of a part that takes the shares in between. */
    Progress part(double from, double to) {
        return new Progress(share -> listener.accept(from + (to - from) * share));
    }

    /** Calculates rows on all cores; a row must write nothing that another reads, so that their order does not matter. */
    void rows(int count, IntConsumer row) {
        tiles(count, 1, (first, _) -> row.accept(first));
    }

    /** As {@link #rows}, where rows that follow each other are calculated so many at a time. */
    void tiles(int count, int size, Tile tile) {
        for (int first = 0; first < count; first += CHUNK) {
            at((double) first / count);
            int begin = first;
            int end = Math.min(count, first + CHUNK);
            IntStream.range(0, Math.ceilDiv(end - begin, size))
                    .parallel()
                    .forEach(i -> tile.calculate(begin + i * size, Math.min(end, begin + (i + 1) * size)));
        }
        at(1);
    }

    /** Calculates the rows from the first to before the end. */
    @FunctionalInterface
    interface Tile {
        void calculate(int first, int end);
    }
}
