package diabolo.operation;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.attribute.Attribute;
import diabolo.attribute.AttributeMove;
import diabolo.attribute.AttributeVector;
import diabolo.descriptor.Descriptor;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.KeptKey;
import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import diabolo.latent.Recipe;
import diabolo.note.NoteSequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

/**
 * Moves a piece along an attribute vector, such as towards more notes (Roberts et al. 2018), until the attribute has changed by what
 * is asked for.
 *
 * <pre>{@code
 * Attribute density = Attribute.of(AttributeVector.read(Path.of("note-density.json")));
 * Outcome outcome = new MoveAlong(Source.of(tune), density, 1).on(space); // one standard deviation denser
 * }</pre>
 *
 * <p>{@link Remark.AttributeMoved} says what was asked and got, {@link Remark.AttributesMoved} all descriptors before and after. An
 * attribute of another model is refused.
 *
 * @param strength the change that is asked for, in standard deviations of the attribute in the music that it was learned from;
 *     negative for less. Of an attribute that is no {@link Descriptor} a factor of its vector. -1,000,000 to 1,000,000
 * @param key whether the notes of a melody stay in the key; an attribute that is about keys always leaves it
 */
public record MoveAlong(Source piece, Attribute attribute, double strength, KeyRule key, Decoding decoding)
        implements Operation {

    /** Whether the notes of a moved melody may leave the key. */
    public enum KeyRule {
        /** They are of the piece's key, or of the pitch classes that the piece has. */
        KEPT,
        /** They may. */
        FREE
    }

    public MoveAlong {
        requireNonNull(piece, "piece");
        requireNonNull(attribute, "attribute");
        requireBetween("strength", strength, -1e6, 1e6);
        requireNonNull(key, "key");
        requireNonNull(decoding, "decoding");
    }

    public MoveAlong(Source piece, Attribute attribute, double strength) {
        this(piece, attribute, strength, KeyRule.KEPT, Decoding.DEFAULT);
    }

    @Override
    public Outcome on(LatentSpace space, DoubleConsumer progress) {
        GivenSources given = new GivenSources(space);
        AttributeVector vector = attribute.vector();
        float[][] codes = given.encode(piece);
        PieceHeader header = given.headers().getFirst();
        boolean staysInKey = key == KeyRule.KEPT && vector.staysInKey();
        NamedRecipes names =
                new NamedRecipes(space, given, piece.name(), decoding, staysInKey ? header : header.withKeys(Map.of()));
        String name = NamedRecipes.name(piece.name(), vector.name());
        UnaryOperator<Recipe> named = recipe -> names.one(name, recipe).recipe();

        GeneratedPiece unmoved = space.render(named.apply(space.recipe(Recipe.ATTRIBUTE, codes)));
        NoteSequence original = piece instanceof Source.Music music ? music.piece() : unmoved.music();
        Optional<KeptKey> kept = staysInKey ? KeptKey.of(space, header, original) : Optional.empty();
        AttributeMove move = new AttributeMove(space, vector, codes, named, kept);
        Map<Descriptor, Double> before = space.describe(unmoved.windows());
        Optional<Descriptor> descriptor =
                vector.descriptor().filter(moved -> before.containsKey(moved) && vector.deviation() > 0);
        AttributeMove.Moved moved = descriptor
                .map(of -> move.towards(of, before.getOrDefault(of, 0.0), strength * vector.deviation()))
                .orElseGet(() -> move.by(strength));

        Map<Descriptor, Double> after = space.describe(moved.windows());
        descriptor.ifPresent(of -> given.remark(new Remark.AttributeMoved(
                of,
                strength,
                strength * vector.deviation(),
                after.getOrDefault(of, 0.0) - before.getOrDefault(of, 0.0))));
        given.remark(new Remark.AttributesMoved(before, after));
        Map<String, String> details = Map.of(
                "file", piece.name(),
                "attribute", attribute.name(),
                "learnedFrom", vector.learnedFrom(),
                "strength", String.valueOf(strength),
                "factor", String.valueOf(moved.factor()));
        return given.outcome(List.of(names.one(name, moved.recipe().withDetails(details))));
    }
}
