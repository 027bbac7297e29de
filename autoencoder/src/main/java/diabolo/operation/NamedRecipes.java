package diabolo.operation;

import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.PieceHeader;
import diabolo.latent.Recipe;
import diabolo.representation.Representation;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names recipes after a source and completes them with title, number, header, decoding and bars.
 *
 * @param first the name of the source
 * @param header of each
 */
record NamedRecipes(LatentSpace space, GivenSources given, String first, Decoding decoding, PieceHeader header) {

    /** One piece, named after the source and the operation. */
    List<NamedRecipe> one(Recipe recipe) {
        return List.of(one(name(first, recipe.operation()), recipe));
    }

    /** One piece under a given name. */
    NamedRecipe one(String name, Recipe recipe) {
        return finished(name, recipe, 0);
    }

    /** Several pieces, numbered. */
    List<NamedRecipe> numbered(List<Recipe> recipes) {
        return IntStream.range(0, recipes.size())
                .mapToObj(i -> finished(
                        "%s-%04d".formatted(name(first, recipes.get(i).operation()), i + 1), recipes.get(i), i))
                .toList();
    }

    /** The points of a path, numbered, and the whole path as one piece. */
    List<NamedRecipe> path(List<Recipe> points) {
        return withWhole(IntStream.range(0, points.size())
                .mapToObj(i -> detailed(points.get(i), "point", "%d of %d".formatted(i + 1, points.size())))
                .toList());
    }

    /** Points, numbered, and all of them in a row as one piece. */
    List<NamedRecipe> withWhole(List<Recipe> points) {
        List<NamedRecipe> pieces = new ArrayList<>(numbered(points));
        Recipe whole = Recipe.inARow(points);
        NamedRecipe finished = finished(name(first, whole.operation()) + "-whole", whole, points.size());
        pieces.add(new NamedRecipe(finished.name(), withRepeatedHeader(finished.recipe(), points)));
        return pieces;
    }

    /** Each point begins with the header again. */
    private Recipe withRepeatedHeader(Recipe whole, List<Recipe> points) {
        Representation representation = space.representation();
        Recipe point = points.getFirst();
        int given = point.given().map(cells -> cells.cells().length).orElse(0);
        int steps = (point.codes().length + given) * representation.steps();
        return whole.signatures()
                .map(signatures ->
                        whole.withSignatures(signatures.repeated(points.size(), steps, representation.grid())))
                .orElse(whole);
    }

    private NamedRecipe finished(String name, Recipe recipe, int number) {
        Recipe withBars =
                given.bars().map(bars -> detailed(recipe, "bars", bars)).orElse(recipe);
        return new NamedRecipe(name, header.over(withBars.withTitle(name).with(decoding.chance(number))));
    }

    /** A recipe with one more detail. */
    static Recipe detailed(Recipe recipe, String name, Object detail) {
        Map<String, String> details = new LinkedHashMap<>(recipe.details());
        details.put(name, String.valueOf(detail));
        return recipe.withDetails(details);
    }

    /** Several sources, as in the details. */
    static String inWords(List<? extends Source> sources) {
        return String.join(", ", sources.stream().map(Source::name).toList());
    }

    /** The name of a source, without folder and ending, and of an operation. */
    static String name(String source, String operation) {
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf(File.separatorChar)) + 1);
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file) + "-" + operation;
    }
}
