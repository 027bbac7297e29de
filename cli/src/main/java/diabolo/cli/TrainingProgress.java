package diabolo.cli;

import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.RunFolder;
import diabolo.training.TrainingMonitor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows the progress of trainings on standard error: on a terminal in a line each, elsewhere in a line every ten seconds. Says how a run
 * is resumed that ends before its time.
 */
final class TrainingProgress implements ExperimentProgress, AutoCloseable {

    private static final long LINE_EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter messages;
    private final ProgressLine line;
    private String phase = "";
    private long lastPrinted;
    private final Function<Path, String> resuming;
    private String opening;
    private Optional<InterruptedRun> run = Optional.empty();

    /**
     * @param resuming the command that resumes the run in a folder
     * @param opening a sentence that is said when something begins, and not where what is asked for is refused; may be empty
     */
    TrainingProgress(PrintWriter messages, Function<Path, String> resuming, String opening) {
        this.messages = messages;
        this.line = new ProgressLine(messages);
        this.resuming = resuming;
        this.opening = opening;
    }

    @Override
    public void unfinished(Path folder) {
        messages.println("An earlier run of the same was not finished. This resumes it, if it does not run still:");
        messages.println("  " + resuming.apply(folder));
        messages.println("A new one begins.");
    }

    @Override
    public void folder(Path folder) {
        run.ifPresent(InterruptedRun::close); // of the experiment before
        run = Optional.of(new InterruptedRun(new RunFolder(folder), resuming.apply(folder), messages));
    }

    /** What it showed has failed. */
    void failed() {
        close();
        run.ifPresent(InterruptedRun::failed);
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
        line.close();
        messages.println(sentence);
    }

    private void show(String name, TrainingMonitor.Progress progress) {
        if (!phase.equals(name)) {
            line.close();
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
        run.ifPresent(InterruptedRun::close);
    }
}
