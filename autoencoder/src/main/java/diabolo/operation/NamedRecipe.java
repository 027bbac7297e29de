package diabolo.operation;

import static java.util.Objects.requireNonNull;

import diabolo.latent.Recipe;

/**
 * A piece that is to be made.
 *
 * @param name after the music that it was made of and what was done with it, such as {@code blues-vary-0001}: that of its files
 */
public record NamedRecipe(String name, Recipe recipe) {

    public NamedRecipe {
        requireNonNull(name, "name");
        requireNonNull(recipe, "recipe");
    }
}
