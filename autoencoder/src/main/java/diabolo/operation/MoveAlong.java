package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.attribute.AttributeVector;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Moves a piece along an attribute vector, such as towards more notes (Roberts et al. 2018).
 *
 * <pre>{@code
 * Attribute density = Attribute.of(AttributeVector.read(Path.of("note-density.json")));
 * Outcome outcome = new MoveAlong(Source.of(tune), density, 2).on(space);
 * }</pre>
 *
 * <p>{@link Remark.AttributesMoved} gives all descriptors before and after. An attribute of another model is refused.
 *
 * @param strength -1,000,000 to 1,000,000: a factor of the attribute vector; negative for the opposite direction
 */
public record MoveAlong(Source piece, Attribute attribute, double strength, Decoding decoding) implements Operation {

    public MoveAlong {
        requireNonNull(piece, "piece");
        requireNonNull(attribute, "attribute");
        requireBetween("strength", strength, -1e6, 1e6);
        requireNonNull(decoding, "decoding");
    }

    public MoveAlong(Source piece, Attribute attribute, double strength) {
        this(piece, attribute, strength, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        AttributeVector vector = attribute.vector();
        float[][] codes = given.encode(piece);
        PieceHeader header = given.headers().getFirst();
        NamedRecipes names = new NamedRecipes(
                space, given, piece.name(), decoding, vector.staysInKey() ? header : header.withKeys(Map.of()));
        String name = NamedRecipes.name(piece.name(), vector.name());
        Map<String, String> details = Map.of(
                "file", piece.name(),
                "attribute", attribute.name(),
                "learnedFrom", vector.learnedFrom(),
                "strength", String.valueOf(strength));
        NamedRecipe before = names.one(name, space.recipe("attribute", codes));
        NamedRecipe after = names.one(
                name,
                space.recipe("attribute", vector.applied(space, codes, strength))
                        .withDetails(details));
        given.remark(new Remark.AttributesMoved(described(space, before), described(space, after)));
        return given.outcome(List.of(after));
    }

    private static Map<Descriptor, Double> described(LatentSpace space, NamedRecipe piece) {
        return space.describe(space.render(piece.recipe()).windows());
    }
}
