package diabolo.cli;

import diabolo.grid.BarLines;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.operation.Bars;
import diabolo.operation.Selection;
import diabolo.operation.Sources;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which bars of a piece are taken: shared by all verbs that encode music. */
final class BarsOption {

    @Option(
            names = "--bars",
            paramLabel = "FROM-TO",
            description = "Only these bars of each piece: 5-8, or 5. Bar 0 is a pickup; repeats count as played.")
    private Optional<Bars> range = Optional.empty();

    @Option(
            names = "--meter",
            paramLabel = "METER",
            description = "The meter of each piece in place of what its file says, which may be a placeholder: 4/4.")
    private Optional<Meter> meter = Optional.empty();

    @Option(
            names = "--beat-offset",
            paramLabel = "N",
            description = "With --meter: where the first bar line is, in quarter notes (0).")
    private Optional<Beat> offset = Optional.empty();

    /** Files of which these bars are taken. */
    GivenFiles of(Sources sources, Verb verb) {
        return new GivenFiles(sources, selection(verb));
    }

    /** What was asked for of each piece. */
    Selection selection(Verb verb) {
        if (offset.isPresent() && meter.isEmpty()) {
            throw verb.wrongUsage("--beat-offset needs --meter, the bars that begin there; name it, as in --meter 4/4");
        }
        try {
            return new Selection(range, meter.map(bar -> new BarLines(bar, offset.orElse(Beat.ZERO))));
        } catch (IllegalArgumentException beyond) {
            throw verb.wrongUsage("--beat-offset: " + beyond.getMessage());
        }
    }

    /** The converters of its options. */
    static CommandLine registerAt(CommandLine commandLine) {
        return commandLine
                .registerConverter(Bars.class, text -> converted(text, Bars::parse))
                .registerConverter(Meter.class, text -> converted(text, Meter::parse))
                .registerConverter(Beat.class, text -> converted(text, Beat::parse));
    }

    private static <T> T converted(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException(none.getMessage());
        }
    }
}
