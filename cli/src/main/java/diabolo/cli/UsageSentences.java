package diabolo.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one sentence what is wrong with a command line, the nearest known names, and where to find help:
 *
 * <pre>{@code
 * diabolo: 'genrate' is not a verb: did you mean generate? `diabolo --help` lists what there is.
 * }</pre>
 */
final class UsageSentences implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine at = failure.getCommandLine();
        String command = at.getCommandSpec().qualifiedName();
        at.getErr().printf("diabolo: %s `%s --help` lists what there is.%n", whatIsWrong(failure), command);
        return Verb.WRONG_USAGE;
    }

    private static String whatIsWrong(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched);
        }
        String message = String.valueOf(failure.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }

    private static String unknown(UnmatchedArgumentException failure) {
        String given = failure.getUnmatched().getFirst();
        boolean verbExpected =
                !failure.getCommandLine().getCommandSpec().subcommands().isEmpty();
        String kind = failure.isUnknownOption() ? "an option" : verbExpected ? "a verb" : "expected";
        List<String> nearest = failure.getSuggestions();
        if (nearest.isEmpty()) {
            return "'%s' is not %s here.".formatted(given, kind);
        }
        return nearest.stream()
                .limit(3)
                .collect(Collectors.joining(" or ", "'%s' is not %s here: did you mean ".formatted(given, kind), "?"));
    }
}
