package diabolo.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** A line of progress that is written over; without a terminal nothing is shown. Closing it ends the line. */
final class ProgressLine implements DoubleConsumer, AutoCloseable {

    private final PrintWriter messages;
    final boolean visible =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private String shown = "";

    ProgressLine(PrintWriter messages) {
        this.messages = messages;
    }

    /** Shows the progress of a search, 0 to 1. */
    @Override
    public void accept(double done) {
        show(String.format(Locale.ROOT, "searching: %.0f %%", 100 * done));
    }

    void show(String line) {
        if (visible && !line.equals(shown)) {
            messages.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            messages.flush();
            shown = line;
        }
    }

    @Override
    public void close() {
        if (!shown.isEmpty()) {
            messages.println();
            shown = "";
        }
    }
}
