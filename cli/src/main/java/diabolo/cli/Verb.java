package diabolo.cli;

import diabolo.note.Finding;
import diabolo.report.page.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all verbs of the command line share: where to print, and how to end.
 *
 * <p>A verb throws what went wrong; {@link FailureSentences} makes one sentence of it and the exit code {@link #REFUSED}.
 */
abstract class Verb implements Callable<Integer> {

    /** The exit code when all was done. */
    static final int DONE = 0;

    /** The exit code when something was refused or failed. */
    static final int REFUSED = 1;

    /** The exit code when the command line itself is wrong; see {@link #wrongUsage}. */
    static final int WRONG_USAGE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    /** Does it; a verb that only groups others has nothing to do by itself. */
    @Override
    public Integer call() throws IOException {
        throw wrongUsage("Choose one of " + String.join(", ", spec.subcommands().keySet()));
    }

    /** Standard output: what the user asked for. */
    final PrintWriter results() {
        return spec.commandLine().getOut();
    }

    /** Standard error: progress and everything that a program reading the results must not see. */
    final PrintWriter messages() {
        return spec.commandLine().getErr();
    }

    /** Whether the user wants to see more. */
    final boolean isVerbose() {
        return Boolean.TRUE.equals(spec.root().findOption("--verbose").getValue());
    }

    final void printJson(Object result) {
        results().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
    }

    /** Prints the metrics of a report, and where it is. */
    final void print(Report report, Path folder) {
        report.metrics().forEach((metric, value) -> results().printf("%s\t%s%n", metric, value));
        messages().println("Report: " + folder.resolve("report.html"));
    }

    /** Prints what was noticed when a file of music was read. */
    final void notice(Path file, Finding finding) {
        messages().println(file + ": " + finding.sentence());
    }

    /** Refuses to overwrite a file unasked, before the work of making it. */
    static void requireFree(Path file, boolean overwrite) throws IOException {
        if (Files.exists(file) && !overwrite) {
            throw new IOException("%s exists already; choose another name with --out, or replace it with --overwrite."
                    .formatted(file));
        }
    }

    /** The positional arguments that are files, in order. */
    final List<Path> positionalFiles() {
        return spec.positionalParameters().stream()
                .map(PositionalParamSpec::getValue)
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value))
                .filter(Path.class::isInstance)
                .map(Path.class::cast)
                .toList();
    }

    /** The arguments of the whole command. */
    final List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** Whether an option stands on the command line. */
    final boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** To be thrown when options contradict each other; the user reads the sentence and where to find help. */
    final ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
