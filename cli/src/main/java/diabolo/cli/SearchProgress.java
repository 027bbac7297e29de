package diabolo.cli;

import java.io.PrintWriter;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a search is, in a line that is written over. Where there is no terminal it shows nothing: such a line would only
 * be in the way.
 *
 * <p>Closing it ends the line.
 */
final class SearchProgress implements DoubleConsumer, AutoCloseable {

    private final PrintWriter messages;
    private @Nullable String lastShown;

    SearchProgress(PrintWriter messages) {
        this.messages = messages;
    }

    /** Hears of the share done, 0 to 1. */
    @Override
    public void accept(double done) {
        String percent = "%.0f %%".formatted(100 * done);
        if (TrainingProgress.onTerminal() && !percent.equals(lastShown)) {
            lastShown = percent;
            messages.print("\rsearching: " + percent);
            messages.flush();
        }
    }

    @Override
    public void close() {
        if (lastShown != null) {
            messages.println();
        }
    }
}
