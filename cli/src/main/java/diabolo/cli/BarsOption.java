package diabolo.cli;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.latent.LatentSpace;
import diabolo.note.NoteSequence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which bars of a piece are taken: shared by all verbs that encode music. */
final class BarsOption {

    /** From a bar to a bar, both included. */
    record Range(int from, int to) {

        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

        static Range parse(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (written.matches()) {
                int from = Integer.parseInt(written.group(1));
                int to = written.group(2) == null ? from : Integer.parseInt(written.group(2));
                if (from <= to) {
                    return new Range(from, to);
                }
            }
            throw new TypeConversionException(
                    "bars are written as 5-8, the first one first, or as 5, was '%s'".formatted(text));
        }

        @Override
        public String toString() {
            return from == to ? String.valueOf(from) : from + "-" + to;
        }
    }

    /** For picocli, which calls its constructor. */
    static final class Converter implements ITypeConverter<Range> {
        @Override
        public Range convert(String text) {
            return Range.parse(text);
        }
    }

    @Option(
            names = "--bars",
            paramLabel = "FROM-TO",
            converter = Converter.class,
            description =
                    "Of each piece take these bars alone, as 5-8, or one, as 5, on the grid of the model; bar 0 is a pickup, and repeats count as they are played.")
    private @Nullable Range range;

    /** The files of which was said what was noticed at reading. */
    private final Set<Path> toldOf = new HashSet<>();

    Optional<Range> range() {
        return Optional.ofNullable(range);
    }

    /**
     * The piece in a file, or the bars that are taken of it.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it has no such bars
     */
    GivenPiece read(LatentSpace space, Path file, PrintWriter messages) throws IOException {
        PrintWriter once = toldOf.add(file) ? messages : new PrintWriter(Writer.nullWriter());
        NoteSequence piece = MusicArgument.readNamed(file, once);
        RhythmGrid grid = space.representation().grid();
        Passage written = Passage.of(grid.quantize(piece));
        int pickup = written.pickupSteps();
        if (range == null) {
            int bent = GivenPiece.bentNotes(piece, grid, 0, written.endStep());
            return new GivenPiece(file.toString(), piece, space.passage(written), pickup, bent);
        }
        Passage passage = space.passage(written.between(range.from(), range.to()));
        int bent = GivenPiece.bentNotes(piece, grid, written.step(range.from()), written.step(range.to() + 1));
        String name = "%s, %s %s,".formatted(file, range.from() == range.to() ? "bar" : "bars", range);
        return new GivenPiece(name, passage.music().toNoteSequence(), passage, pickup, bent);
    }

    /**
     * Refuses bars of a file of codes.
     *
     * @throws IOException if some are given
     */
    void requireNone(Path codes) throws IOException {
        if (range != null) {
            throw new IOException(
                    "%s holds codes, which have no bars; encode these bars of the music with --bars, or leave it out here."
                            .formatted(codes));
        }
    }
}
