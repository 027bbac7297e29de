package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import diabolo.latent.Recipe;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Decodes codes.
 *
 * <pre>{@code
 * float[][] middle = {{0, 0, 0, 0}};
 * Outcome outcome = new Decode(List.of(new Source.Codes("middle", middle))).on(space);
 * }</pre>
 *
 * @param pieces 1 to 100,000, of any lengths; all are named after the first
 */
public record Decode(List<Source.Codes> pieces, Decoding decoding) implements Operation {

    public Decode {
        pieces = List.copyOf(pieces);
        requireBetween("the number of pieces", pieces.size(), 1, 100_000);
        requireNonNull(decoding, "decoding");
    }

    public Decode(List<Source.Codes> pieces) {
        this(pieces, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        pieces.forEach(piece -> piece.requireOf(space.model()));
        pieces.stream()
                .mapToInt(piece -> piece.codes().length)
                .filter(windows -> windows > 1)
                .forEach(windows -> given.remark(
                        new Remark.Strung(windows, space.representation().steps())));
        List<Recipe> recipes = pieces.stream()
                .map(piece -> piece.header()
                        .over(space.recipe("decode", piece.codes()).withDetails(Map.of("latent", piece.name()))))
                .toList();
        return given.outcome(
                new NamedRecipes(space, given, pieces.getFirst().name(), decoding, PieceHeader.NONE) // each has its own
                        .numbered(recipes));
    }
}
