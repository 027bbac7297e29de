package diabolo.latent;

import static java.util.Objects.requireNonNull;

/**
 * A recipe and the name of its files.
 *
 * @param name of the source and the operation, such as {@code blues-vary-0001}
 */
public record NamedRecipe(String name, Recipe recipe) {

    public NamedRecipe {
        requireNonNull(name, "name");
        requireNonNull(recipe, "recipe");
    }
}
