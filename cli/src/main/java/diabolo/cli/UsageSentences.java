package diabolo.cli;

import diabolo.experiment.EditDistance;
import diabolo.note.OutOfRangeException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one sentence what is wrong with a command line, the nearest known names, and where to find help:
 *
 * <pre>{@code
 * diabolo: 'genrate' is not a verb here: did you mean generate? `diabolo --help` lists what there is.
 * }</pre>
 */
final class UsageSentences implements IParameterExceptionHandler {

    private static final Pattern NO_NUMBER =
            Pattern.compile("^Invalid value for option '([^']+)'.*: '(.*)' is not an? (long|int|double)");
    private static final Pattern TOO_FEW =
            Pattern.compile("^Expected parameter .*\\(of (\\d+) mandatory .*\\((\\w+)\\) but found (.+)$");

    private static final Pattern EXCLUSIVE = Pattern.compile("^Error: (.+) are mutually exclusive.*$");

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine at = failure.getCommandLine();
        String command = at.getCommandSpec().qualifiedName();
        at.getErr().printf("diabolo: %s `%s --help` lists what there is.%n", whatIsWrong(failure), command);
        return Verb.WRONG_USAGE;
    }

    /** What the user gave as an option, and the library found out of its range; empty where no such option was given. */
    static Optional<ParameterException> ofOption(Exception failure, CommandLine at) {
        if (!(failure instanceof OutOfRangeException range)) {
            return Optional.empty();
        }
        String option = range.name().startsWith("--") ? range.name() : "--" + range.name();
        return at.getParseResult().hasMatchedOption(option)
                ? Optional.of(new ParameterException(at, option + " " + range.rule()))
                : Optional.empty();
    }

    private static String whatIsWrong(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched);
        }
        String message = inOurWords(String.valueOf(failure.getMessage()).strip());
        return message.endsWith(".") ? message : message + ".";
    }

    /** What the command line's library says in words of Java, for those who do not know them. */
    private static String inOurWords(String message) {
        Matcher number = NO_NUMBER.matcher(message);
        if (number.find()) {
            boolean whole = !number.group(3).startsWith("double");
            if (whole && number.group(2).matches("-?[0-9]+")) {
                return "'%s' is too large or too small for %s; write a number such as 1"
                        .formatted(number.group(2), number.group(1));
            }
            return "%s takes a %s, was '%s'; write one such as %s"
                    .formatted(
                            number.group(1), whole ? "whole number" : "number", number.group(2), whole ? "1" : "0.5");
        }
        Matcher exclusive = EXCLUSIVE.matcher(message);
        if (exclusive.find()) {
            return "only one of %s can hold; leave the others out".formatted(exclusive.group(1));
        }
        Matcher few = TOO_FEW.matcher(message);
        return few.find()
                ? "%s of %s are needed, and %s comes too early; name them all"
                        .formatted(few.group(1), few.group(2), few.group(3))
                : message;
    }

    private static String unknown(UnmatchedArgumentException failure) {
        String given = failure.getUnmatched().getFirst();
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        boolean option = given.startsWith("-");
        Set<String> known =
                option ? command.optionsMap().keySet() : command.subcommands().keySet();
        String kind = option ? "an option" : known.isEmpty() ? "expected" : "a verb";
        return "'%s' is not %s here%s".formatted(given, kind, nearest(given, known));
    }

    /** A word is near if at most a third of it is mistyped. */
    private static String nearest(String given, Set<String> known) {
        return known.stream()
                .filter(name -> EditDistance.between(given, name) <= Math.max(2, given.length() / 3))
                .filter(name -> name.length() > 2) // -h is near to everything short
                .min(Comparator.comparingInt(name -> EditDistance.between(given, name)))
                .map(": did you mean %s?"::formatted)
                .orElse(".");
    }
}
