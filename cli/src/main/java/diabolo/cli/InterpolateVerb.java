package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.Interpolation;
import diabolo.operation.Blend;
import diabolo.operation.Grid;
import diabolo.operation.Interpolate;
import diabolo.operation.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An interpolation path between two pieces, or a grid between four. */
@Command(
        name = "interpolate",
        description = "Interpolates between two pieces, or in a grid between four.",
        footer = {
            "%nExamples:",
            "  diabolo interpolate blues.mid waltz.mid --count 9",
            "  diabolo interpolate a.mid b.mid c.mid d.mid --grid 5",
            "  diabolo interpolate digits.idx3-ubyte.gz#1 digits.idx3-ubyte.gz#3 --model runs/digits-vae"
        })
final class InterpolateVerb extends LatentVerb {

    /** The path between two codes. */
    static final class Kind {
        @Option(names = "--spherical", description = "Along the arc between the codes (default).")
        private boolean spherical;

        @Option(names = "--linear", description = "Along the straight line between the codes.")
        private boolean linear;

        @Option(names = "--data", description = "Without the model: each step is a random one of the two pieces.")
        private boolean data;

        Interpolation interpolation() {
            return spherical || !linear ? Interpolation.SPHERICAL : Interpolation.LINEAR;
        }
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "2..4",
            description =
                    "Two or four pieces with the same number of bars; also as JSON of codes. For a model of images: "
                            + GivenFiles.PICTURES)
    private List<Path> pieces = List.of();

    @Option(names = "--count", paramLabel = "N", description = "Points between two pieces, both included (9).")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--grid", paramLabel = "N", description = "Points along a side of a grid (5).")
    private Optional<Integer> grid = Optional.empty();

    @ArgGroup
    private Kind kind = new Kind();

    @Override
    Operation operation(GivenFiles files) throws IOException {
        return switch (pieces.size()) {
            case 2 -> {
                if (grid.isPresent()) {
                    throw wrongUsage("--grid needs 4 pieces, were 2; name two more, or leave it out");
                }
                yield between(files, pieces.getFirst(), pieces.getLast());
            }
            case 4 -> {
                if (kind.data) {
                    throw wrongUsage("--data is for 2 pieces, were 4; name two, or leave it out");
                }
                if (count.isPresent()) {
                    throw wrongUsage("--count is for 2 pieces, were 4; set the points along a side with --grid");
                }
                int side = requireBetween("--grid", grid.orElse(5), 2, 100);
                yield new Grid(files.sources(pieces), side, kind.interpolation(), decoding());
            }
            default ->
                throw wrongUsage("interpolate takes 2 pieces or 4, were %d; name so many".formatted(pieces.size()));
        };
    }

    private Operation between(GivenFiles files, Path from, Path to) throws IOException {
        int points = count.orElse(9);
        return kind.data
                ? new Blend(files.music(from), files.music(to), points, decoding())
                : new Interpolate(files.source(from), files.source(to), points, kind.interpolation(), decoding());
    }
}
