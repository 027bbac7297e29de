package diabolo.cli;

import diabolo.experiment.RunFolder;
import java.io.PrintWriter;

/**
 * Says how a run is resumed that Ctrl-C or a failure ended, and removes the folder of one that had made nothing. Closed where the run is
 * over.
 */
final class InterruptedRun implements AutoCloseable {

    private final RunFolder run;
    private final String command;
    private final PrintWriter messages;
    private final Thread atInterruption = new Thread(this::interrupted, "interrupted run");

    /** @param command that resumes it */
    InterruptedRun(RunFolder run, String command, PrintWriter messages) {
        this.run = run;
        this.command = command;
        this.messages = messages;
        Runtime.getRuntime().addShutdownHook(atInterruption);
    }

    /** What happens at Ctrl-C. */
    void interrupted() {
        messages.println(); // below the line of progress
        if (run.isFinished()) {
            return;
        }
        if (run.hasTrained()) {
            messages.println("Interrupted; what was trained is kept. This resumes it:");
            messages.println("  " + command);
        } else if (run.discardIfNothingIsMade()) {
            messages.println("Interrupted before anything was trained: nothing of this run is kept.");
        }
    }

    /** After a failure. */
    void failed() {
        if (run.hasTrained()) {
            messages.println("What was trained is kept. This resumes it:");
            messages.println("  " + command);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atInterruption);
        } catch (IllegalStateException _) {
            // The process is being shut down, and it has been said.
        }
    }
}
