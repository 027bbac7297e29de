package diabolo.cli;

import diabolo.operation.Bars;
import diabolo.operation.Sources;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which bars of a piece are taken: shared by all verbs that encode music. */
final class BarsOption {

    /** For picocli, which calls its constructor. */
    static final class Converter implements ITypeConverter<Bars> {
        @Override
        public Bars convert(String text) {
            try {
                return Bars.parse(text);
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException(none.getMessage());
            }
        }
    }

    @Option(
            names = "--bars",
            paramLabel = "FROM-TO",
            converter = Converter.class,
            description =
                    "Of each piece take these bars alone, as 5-8, or one, as 5, on the grid of the model; bar 0 is a pickup, and repeats count as they are played.")
    private @Nullable Bars range;

    Optional<Bars> range() {
        return Optional.ofNullable(range);
    }

    /** Files of which these bars are taken. */
    GivenFiles of(Sources sources) {
        return new GivenFiles(sources, range());
    }
}
