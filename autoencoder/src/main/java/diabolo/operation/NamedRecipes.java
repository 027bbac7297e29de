package diabolo.operation;

import diabolo.latent.LatentSpace;
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
 * Names recipes after a source and finishes them: title, number, header, how they are decoded, and which bars were taken.
 *
 * @param first the name of the source that they are called after
 * @param header of each
 */
record NamedRecipes(LatentSpace space, GivenSources given, String first, Decoding decoding, PieceHeader header) {

    /** One piece, named after the source and the operation. */
    List<NamedRecipe> one(Recipe recipe) {
        return List.of(one(name(first, recipe.operation()), recipe));
    }

    /** One piece under a name of its own. */
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
        List<NamedRecipe> pieces = new ArrayList<>(numbered(IntStream.range(0, points.size())
                .mapToObj(i -> detailed(points.get(i), "point", "%d of %d".formatted(i + 1, points.size())))
                .toList()));
        Recipe whole = Recipe.inARow(points);
        NamedRecipe finished = finished(name(first, whole.operation()) + "-whole", whole, points.size());
        pieces.add(new NamedRecipe(finished.name(), headedAnew(finished.recipe(), points)));
        return pieces;
    }

    /** Each point begins under the header anew. */
    private Recipe headedAnew(Recipe whole, List<Recipe> points) {
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
        Recipe told = given.bars().map(bars -> detailed(recipe, "bars", bars)).orElse(recipe);
        return new NamedRecipe(
                name, header.over(decoding.over(told.withTitle(name).withNumber(number))));
    }

    /** A recipe with one more detail. */
    static Recipe detailed(Recipe recipe, String name, Object detail) {
        Map<String, String> details = new LinkedHashMap<>(recipe.details());
        details.put(name, String.valueOf(detail));
        return recipe.withDetails(details);
    }

    /** Several sources as they stand in the details. */
    static String inWords(List<? extends Source> sources) {
        return String.join(", ", sources.stream().map(Source::name).toList());
    }

    /** A name after a source, without its folder and ending, and what was done with it. */
    static String name(String source, String deed) {
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf(File.separatorChar)) + 1);
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file) + "-" + deed;
    }
}
