package diabolo.cli;

import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.latent.Refinement;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Encodes and decodes a piece until nothing changes. */
@Command(
        name = "refine",
        description = "Encodes and decodes a piece again and again, until nothing changes.",
        footer = {"%nExample:", "  diabolo refine rag.mid --iterations 50"})
final class Refine extends LatentVerb {

    @Parameters(paramLabel = "PIECE", description = "The piece to refine.")
    private Path piece = Path.of("");

    @Option(names = "--iterations", paramLabel = "N", description = "The most rounds, 1 to 10000 (${DEFAULT-VALUE}).")
    private int iterations = 100;

    @Override
    Map<String, Recipe> recipes(LatentSpace space) throws IOException {
        GivenPiece given = read(space, piece);
        Refinement refined = space.refine(given.passage(), iterations);
        remarkCut(space, given);
        remark(
                refined.isFixed()
                        ? "Round %d changed nothing: a fixed point.".formatted(refined.rounds())
                        : "Not yet a fixed point: round %d still changed %s. More rounds with --iterations."
                                .formatted(
                                        refined.rounds(),
                                        Plural.of(refined.changes().getLast(), "cell")));
        Map<String, String> details = Map.of(
                "file", piece.toString(),
                "rounds", String.valueOf(refined.rounds()),
                "fixedPoint", String.valueOf(refined.isFixed()));
        return one(piece, space.recipe("refine", refined.codes()).withDetails(details));
    }
}
