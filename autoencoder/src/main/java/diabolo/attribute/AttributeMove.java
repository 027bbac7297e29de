package diabolo.attribute;

import diabolo.descriptor.Descriptor;
import diabolo.latent.KeptKey;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.representation.Frames;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Codes moved along a vector.
 *
 * <pre>{@code
 * AttributeMove move = new AttributeMove(space, density, codes, recipe -> recipe, Optional.empty());
 * AttributeMove.Moved denser = move.towards(Descriptor.NOTE_DENSITY, 0.2, 0.08); // by 0.08 onsets a step
 * }</pre>
 *
 * @param codes [windows][codeSize]
 * @param named completes a recipe with seed and header
 * @param kept where the notes stay
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AttributeMove(
        LatentSpace space,
        AttributeVector vector,
        float[][] codes,
        UnaryOperator<Recipe> named,
        Optional<KeptKey> kept) {

    /**
     * A moved piece.
     *
     * @param factor of the vector
     */
    public record Moved(double factor, Recipe recipe, List<Frames> windows) {}

    /** By a multiple of the vector. */
    public Moved by(double factor) {
        float[][] there = vector.applied(space, codes, factor);
        Recipe free = named.apply(space.recipe(Recipe.ATTRIBUTE, there));
        List<Frames> windows = kept.map(key -> space.decode(free, key.allowed()))
                .orElseGet(() -> space.render(free).windows());
        Recipe recipe = kept.isPresent() ? space.allGiven(Recipe.ATTRIBUTE, windows, there) : free;
        return new Moved(factor, recipe, windows);
    }

    /**
     * By the multiple that comes nearest to what is asked, among those up to the first that reaches it, and 0.
     *
     * @param before the descriptor of the unmoved piece
     */
    public Moved towards(Descriptor descriptor, double before, double asked) {
        Moved nearest = by(0);
        double farthest = Math.abs(asked);
        for (double multiple : AttributeVector.MULTIPLES) {
            Moved next = by(Math.signum(asked) * multiple);
            double change = space.describe(next.windows()).getOrDefault(descriptor, before) - before;
            if (Math.abs(change - asked) < farthest) {
                nearest = next;
                farthest = Math.abs(change - asked);
            }
            if (Math.signum(asked) * change >= Math.abs(asked)) {
                break;
            }
        }
        return nearest;
    }
}
