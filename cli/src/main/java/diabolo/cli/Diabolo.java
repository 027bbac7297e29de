package diabolo.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The front door: reads the command line, runs the verb, ends with its exit code.
 *
 * <pre>{@code
 * int exitCode = Diabolo.run(new PrintWriter(System.out), new PrintWriter(System.err), "inspect", "rag.mid");
 * }</pre>
 *
 * <p>Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
 */
@Command(
        name = "diabolo",
        description = "Makes music with autoencoders.",
        scope = ScopeType.INHERIT, // each verb has --help as well
        mixinStandardHelpOptions = true,
        versionProvider = Diabolo.Version.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs (see `diabolo VERB --help`):%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed", "2:wrong usage"})
public final class Diabolo implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print more: harmless notices, the stack trace of a failure.")
    private boolean verbose;

    private Diabolo() {}

    public static void main(String[] arguments) {
        StandardStream results = new StandardStream(FileDescriptor.out);
        PrintWriter messages = new PrintWriter(new StandardStream(FileDescriptor.err), true);
        int code = run(new PrintWriter(new BufferedWriter(results), true), messages, arguments);
        if (results.failure().isPresent()) {
            code = Verb.REFUSED;
            if (!results.isClosedPipe()) {
                messages.println(
                        "diabolo: the results cannot be written to standard output (%s); make room, or choose another file."
                                .formatted(results.failure().get().getMessage()));
            }
        }
        System.exit(code);
    }

    /** Runs one command line and prints to the given writers; the value is the exit code. */
    public static int run(PrintWriter results, PrintWriter messages, String... arguments) {
        Diabolo diabolo = new Diabolo();
        CommandLine commandLine = BarsOption.registerAt(Verbs.addedTo(new CommandLine(diabolo), arguments));
        FailureSentences failures = new FailureSentences(() -> diabolo.verbose, () -> mayBeQuick(commandLine));
        commandLine
                .setOut(results)
                .setErr(messages)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .registerConverter(Path.class, Diabolo::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageSentences())
                .setExecutionExceptionHandler((failure, at, parsed) -> UsageSentences.ofOption(failure, at)
                        .map(wrong -> new UsageSentences().handleParseException(wrong, arguments))
                        .orElseGet(() -> failures.report(failure, at.getErr())));
        try {
            return commandLine.execute(arguments);
        } catch (Throwable failure) { // errors too: no memory, no native library
            return failures.report(failure, messages);
        } finally {
            results.flush();
            messages.flush();
        }
    }

    /** Whether the verb has an option {@code --quick} that is not given. */
    private static boolean mayBeQuick(CommandLine commandLine) {
        CommandLine.ParseResult parsed = commandLine.getParseResult();
        while (parsed != null && parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        return parsed != null
                && parsed.commandSpec().findOption("--quick") != null
                && !parsed.hasMatchedOption("--quick");
    }

    private static Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException name) {
            throw new CommandLine.TypeConversionException(FailureSentences.sentence(name));
        }
    }

    /** Called when no verb is given. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandLine.ParameterException(spec.commandLine(), "No verb is given");
    }

    /** What {@code --version} shows: the versions that a report of a problem should name. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String written = Version.class.getPackage().getImplementationVersion(); // in the jar's manifest
            return new String[] {
                "Diabolo " + (written == null ? "(not packaged)" : written),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }
    }
}
