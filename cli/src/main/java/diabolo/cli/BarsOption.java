package diabolo.cli;

import diabolo.operation.Bars;
import diabolo.operation.Sources;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which bars of a piece are taken: shared by all verbs that encode music. */
final class BarsOption {

    @Option(
            names = "--bars",
            paramLabel = "FROM-TO",
            description = "Only these bars of each piece: 5-8, or 5. Bar 0 is a pickup; repeats count as played.")
    Optional<Bars> range = Optional.empty();

    /** Files of which these bars are taken. */
    GivenFiles of(Sources sources) {
        return new GivenFiles(sources, range);
    }

    /** As the command line converts it. */
    static Bars parse(String text) {
        try {
            return Bars.parse(text);
        } catch (IllegalArgumentException none) {
            throw new TypeConversionException(none.getMessage());
        }
    }
}
