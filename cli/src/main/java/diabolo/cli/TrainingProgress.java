package diabolo.cli;

import diabolo.experiment.ExperimentProgress;
import diabolo.training.TrainingMonitor;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows the progress of trainings on standard error: on a terminal in a line each, elsewhere in a line every ten seconds. */
final class TrainingProgress implements ExperimentProgress, AutoCloseable {

    private static final long LINE_EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter messages;
    private final ProgressLine line;
    private String phase = "";
    private long lastPrinted;
    private String opening;

    TrainingProgress(PrintWriter messages) {
        this(messages, "");
    }

    /** @param opening a sentence that is said when something begins, and not where what is asked for is refused */
    TrainingProgress(PrintWriter messages, String opening) {
        this.messages = messages;
        this.line = new ProgressLine(messages);
        this.opening = opening;
    }

    @Override
    public void begins() {
        open();
    }

    private void open() {
        if (!opening.isEmpty()) {
            messages.println(opening);
            opening = "";
        }
    }

    @Override
    public TrainingMonitor training(String name) {
        open();
        return progress -> show(name + ", " + progress.phaseName(), progress);
    }

    @Override
    public void message(String sentence) {
        open();
        close();
        messages.println(sentence);
    }

    private void show(String name, TrainingMonitor.Progress progress) {
        if (!phase.equals(name)) {
            close();
            phase = name;
        }
        String text = String.format(
                Locale.ROOT,
                "%s: epoch %d of %d, loss %.4g, %.0f examples/s, %s left",
                name,
                progress.epoch(),
                progress.epochs(),
                progress.loss(),
                progress.examplesPerSecond(),
                inWords(progress.timeLeft()));
        line.show(text);
        boolean due = progress.epoch() == progress.epochs() || System.nanoTime() - lastPrinted > LINE_EVERY_NANOS;
        if (due && !line.visible) {
            messages.println(text);
            lastPrinted = System.nanoTime();
        }
    }

    static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 90
                ? seconds + " s"
                : seconds < 5400
                        ? (seconds + 30) / 60 + " min"
                        : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
    }

    @Override
    public void close() {
        line.close();
    }
}
