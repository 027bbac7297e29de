package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.latent.CodeOperations;
import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Moves a piece by the difference of two others: {@code piece + strength * (to - from)}, as in the vector arithmetic of words by
 * Mikolov et al. (2013). Of several windows the mean code counts.
 *
 * <pre>{@code
 * Outcome outcome = new Translate(Source.of(tune), Source.of(plain), Source.of(swing), 1).on(space);
 * }</pre>
 *
 * @param from of any length, like the others
 * @param strength -1,000,000 to 1,000,000; negative for the opposite direction
 */
public record Translate(Source piece, Source from, Source to, double strength, Decoding decoding) implements Operation {

    public Translate {
        requireNonNull(piece, "piece");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireBetween("strength", strength, -1e6, 1e6);
        requireNonNull(decoding, "decoding");
    }

    public Translate(Source piece, Source from, Source to, double strength) {
        this(piece, from, to, strength, Decoding.DEFAULT);
    }

    Map<String, String> details() {
        return Map.of("file", piece.name(), "from", from.name(), "to", to.name(), "strength", String.valueOf(strength));
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        float[][] codes = given.encode(piece);
        float[][] start = given.encode(from);
        float[][] end = given.encode(to);
        if (start.length > 1 || end.length > 1) {
            given.remark(new Remark.MovedByMeans(from.name(), start.length, to.name(), end.length));
        }
        List<PieceHeader> headers = given.headers();
        PieceHeader header = headers.getFirst().moved(headers.get(1), headers.get(2));
        return given.outcome(new NamedRecipes(space, given, piece.name(), decoding, header)
                .one(space.recipe("translate", CodeOperations.translate(codes, start, end, strength))
                        .withDetails(details())));
    }
}
