package diabolo.cli;

import diabolo.note.EditDistance;
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
 * Makes one sentence of what is wrong with a command line, with the nearest known name and where to find help:
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
        String message = withoutJava(String.valueOf(failure.getMessage()).strip());
        return message.endsWith(".") ? message : message + ".";
    }

    /** The message of the command line's library, without its words of Java. */
    private static String withoutJava(String message) {
        Matcher number = NO_NUMBER.matcher(message);
        if (number.find()) {
            return noNumber(number.group(1), number.group(2), !number.group(3).startsWith("double"));
        }
        Matcher exclusive = EXCLUSIVE.matcher(message);
        if (exclusive.find()) {
            return "choose one of %s, and leave the others out".formatted(exclusive.group(1));
        }
        Matcher few = TOO_FEW.matcher(message);
        return few.replaceFirst("$1 of $2 are needed before $3; name them all");
    }

    private static String noNumber(String option, String given, boolean whole) {
        if (whole && given.matches("-?[0-9]+")) {
            return "'%s' is out of range for %s; write a number such as 1".formatted(given, option);
        }
        return whole
                ? "%s takes a whole number, was '%s'; write one such as 1".formatted(option, given)
                : "%s takes a number, was '%s'; write one such as 0.5".formatted(option, given);
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
