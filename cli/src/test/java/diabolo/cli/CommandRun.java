package diabolo.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/**
 * Runs a command line within the test:
 *
 * <pre>{@code
 * CommandRun.Run run = CommandRun.of("generate", "--model", model, "--seed", 3);
 * assertThat(run.exitCode()).isZero();
 * }</pre>
 */
final class CommandRun {

    /** What a command gave. */
    record Run(int exitCode, String results, String messages) {}

    private CommandRun() {}

    static Run of(Object... arguments) {
        StringWriter results = new StringWriter();
        StringWriter messages = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int exitCode = Diabolo.run(new PrintWriter(results), new PrintWriter(messages), words);
        return new Run(exitCode, results.toString(), messages.toString());
    }
}
