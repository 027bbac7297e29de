package diabolo.latent;

import static java.util.Objects.requireNonNull;

/**
 * How a piece came to be: what lies as JSON beside it, and all that is needed to make it again.
 *
 * @param model its name
 * @param modelHash of its files, see {@link diabolo.model.ModelFolder#hash}
 * @param recipe what was decoded, and how
 * @param originality how close it is to the training windows as the model remembers them
 */
public record Provenance(String model, String modelHash, Recipe recipe, Closeness originality) {

    public Provenance {
        requireNonNull(model, "model");
        requireNonNull(modelHash, "modelHash");
        requireNonNull(recipe, "recipe");
        requireNonNull(originality, "originality");
    }

    /**
     * The training window closest to a piece, or to the one of its windows that is closest to any.
     *
     * @param similarity the share of the piece's active cells that are active there, 0 to 1
     * @param piece its name; empty for a silent piece, and where the model remembers nothing
     * @param bar in which it begins there, from 1; 0 where there is none
     */
    public record Closeness(double similarity, String piece, int bar) {

        static final Closeness UNKNOWN = new Closeness(0, "", 0);
    }
}
