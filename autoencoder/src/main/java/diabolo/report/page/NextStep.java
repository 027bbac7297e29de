package diabolo.report.page;

import static java.util.Objects.requireNonNull;

/**
 * Something to try after reading a report.
 *
 * <pre>{@code
 * new NextStep("Thirty pieces of your own", "./diabolo generate --model runs/deephear/... --count 30");
 * }</pre>
 *
 * @param words what it does, or what to change
 * @param command as it is typed; empty where there is none
 */
public record NextStep(String words, String command) {
    public NextStep {
        requireNonNull(words, "words");
        requireNonNull(command, "command");
    }
}
