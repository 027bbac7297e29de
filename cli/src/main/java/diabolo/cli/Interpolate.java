package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.latent.CodeOperations;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The way from one piece to another, or the plane between four. */
@Command(
        name = "interpolate",
        description = "Leads from one piece to another, or makes a grid between four.",
        footer = {
            "%nExamples:",
            "  diabolo interpolate blues.mid waltz.mid --count 9",
            "  diabolo interpolate a.mid b.mid c.mid d.mid --grid 5"
        })
final class Interpolate extends LatentVerb {

    private static final int POINTS = 9;
    private static final int GRID = 5;

    /** How one comes from here to there. */
    static final class Kind {
        @Option(names = "--spherical", description = "On the arc between the codes, as if nothing is said.")
        private boolean spherical;

        @Option(names = "--linear", description = "Straight between the codes.")
        private boolean linear;

        @Option(
                names = "--data",
                description = "Without the model, for contrast: by chance each step is that of one piece or the other.")
        private boolean data;

        String inWords() {
            return data ? "data" : interpolation().name().toLowerCase(Locale.ROOT);
        }

        Interpolation interpolation() {
            return spherical || !linear ? Interpolation.SPHERICAL : Interpolation.LINEAR;
        }
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "2..4",
            description =
                    "Two pieces of the same number of bars, or four; also as codes: what `diabolo encode --json` printed, or the JSON beside a piece.")
    private List<Path> files = List.of();

    @Option(names = "--count", paramLabel = "N", description = "Between two pieces: points, both included (9).")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "--grid", paramLabel = "N", description = "Of four pieces: points along a side (5).")
    private Optional<Integer> grid = Optional.empty();

    @ArgGroup
    private Kind kind = new Kind();

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        return switch (files.size()) {
            case 2 -> {
                if (grid.isPresent()) {
                    throw wrongUsage("--grid needs 4 pieces, were 2; name two more, or leave it out");
                }
                yield kind.data ? mixtures(space) : between(space);
            }
            case 4 -> {
                if (kind.data) {
                    throw wrongUsage("--data leads between 2 pieces, were 4; name two, or leave it out");
                }
                if (count.isPresent()) {
                    throw wrongUsage("--count leads between 2 pieces, were 4; say the points along a side with --grid");
                }
                yield grid(space);
            }
            default ->
                throw wrongUsage(
                        "interpolate leads between 2 pieces or 4, were %d; name so many".formatted(files.size()));
        };
    }

    private Map<String, Recipe> between(LatentSpace space) throws IOException {
        List<float[][]> ends = encodeAlike(space, files);
        List<Recipe> points =
                CodeOperations.interpolate(ends.get(0), ends.get(1), count.orElse(POINTS), kind.interpolation())
                        .stream()
                        .map(point -> space.recipe("interpolate", point).withDetails(details()))
                        .toList();
        return way(space, files.getFirst(), points);
    }

    private Map<String, Recipe> mixtures(LatentSpace space) throws IOException {
        int last = requireBetween("--count", count.orElse(POINTS), 2, 1000) - 1;
        List<GivenPiece> ends = readAlike(space, files);
        ends.forEach(end -> remarkCut(space, end));
        RandomSource random = RandomSource.of(seed());
        List<Recipe> points = new ArrayList<>();
        for (int point = 0; point <= last; point++) {
            double share = (double) point / last;
            points.add(
                    space.mixture(ends.get(0).passage(), ends.get(1).passage(), share, random.derive("mixture", point))
                            .withDetails(details()));
        }
        return way(space, files.getFirst(), points);
    }

    private Map<String, Recipe> grid(LatentSpace space) throws IOException {
        int side = requireBetween("--grid", grid.orElse(GRID), 2, 100);
        List<List<float[][]>> rows = CodeOperations.grid(encodeAlike(space, files), side, kind.interpolation());
        List<Recipe> points = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                Recipe point =
                        space.recipe("interpolate", rows.get(row).get(column)).withDetails(details());
                points.add(detailed(detailed(point, "row", row + 1), "column", column + 1));
            }
        }
        return numbered(files.getFirst(), points);
    }

    private Map<String, String> details() {
        return Map.of("files", inWords(files), "interpolation", kind.inWords());
    }
}
