package diabolo.cli;

import diabolo.experiment.ExperimentProgress;
import diabolo.training.TrainingMonitor;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a training goes on standard error: a bar on a terminal, elsewhere a line now and then.
 *
 * <p>Closing it ends the bar's thread.
 */
final class TrainingProgress implements ExperimentProgress, AutoCloseable {

    private static final long LINE_EVERY_NANOS = 10_000_000_000L;
    private static final int BAR_WIDTH = 110;

    private final PrintWriter messages;
    private final boolean terminal;
    private @Nullable ProgressBar bar;
    private String barName = "";
    private long lastLine;

    TrainingProgress(PrintWriter messages) {
        this.messages = messages;
        this.terminal = onTerminal();
    }

    /** Whether a line that is written over can be seen. */
    static boolean onTerminal() {
        return Optional.ofNullable(System.console())
                .map(console -> console.isTerminal())
                .orElse(false);
    }

    @Override
    public TrainingMonitor training(String name) {
        return progress -> show(name, progress);
    }

    @Override
    public void message(String sentence) {
        close();
        messages.println(sentence);
    }

    private void show(String name, TrainingMonitor.Progress progress) {
        if (terminal) {
            showBar(name, progress);
        } else {
            showLine(name, progress);
        }
    }

    private void showLine(String name, TrainingMonitor.Progress progress) {
        boolean last = progress.epoch() == progress.epochs();
        if (last || System.nanoTime() - lastLine > LINE_EVERY_NANOS) {
            messages.printf(
                    Locale.ROOT,
                    "%s, %s: epoch %d of %d, %s%n",
                    name,
                    progress.phaseName(),
                    progress.epoch(),
                    progress.epochs(),
                    figures(progress));
            messages.flush();
            lastLine = System.nanoTime();
        }
    }

    private void showBar(String name, TrainingMonitor.Progress progress) {
        String wanted = name + ", " + progress.phaseName();
        if (bar == null || !barName.equals(wanted)) {
            close();
            barName = wanted;
            bar = new ProgressBarBuilder()
                    .setTaskName(wanted)
                    .setInitialMax(progress.epochs())
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .hideEta()
                    .setConsumer(new DelegatingProgressBarConsumer(line -> messages.print("\r" + line), BAR_WIDTH))
                    .build();
        }
        bar.stepTo(progress.epoch());
        bar.setExtraMessage(figures(progress));
    }

    private static String figures(TrainingMonitor.Progress progress) {
        return String.format(
                Locale.ROOT,
                "loss %.4g, %.0f examples/s, %s left",
                progress.loss(),
                progress.examplesPerSecond(),
                inWords(progress.timeLeft()));
    }

    static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 90) {
            return seconds + " s";
        }
        return seconds < 5400 ? (seconds + 30) / 60 + " min" : "%.1f h".formatted(seconds / 3600.0);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            messages.println();
        }
    }
}
