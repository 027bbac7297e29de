package diabolo.latent;

import java.util.Map;
import java.util.Optional;

/** A recipe in JSON: flat, as since the first version. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RecipeJson(
        String operation,
        String title,
        Map<String, String> details,
        float[][] codes,
        double temperature,
        double threshold,
        long seed,
        int number,
        double beatsPerMinute,
        Optional<Recipe.Given> given,
        Optional<KeptMelody> melody,
        Optional<Signatures> signatures,
        Optional<Accompaniment> accompaniment) {

    static RecipeJson of(Recipe recipe) {
        return new RecipeJson(
                recipe.operation(),
                recipe.title(),
                recipe.details(),
                recipe.codes(),
                recipe.temperature(),
                recipe.threshold(),
                recipe.seed(),
                recipe.number(),
                recipe.beatsPerMinute(),
                recipe.given(),
                recipe.melody(),
                recipe.signatures(),
                recipe.accompaniment());
    }

    Recipe recipe() {
        return new Recipe(
                operation,
                title,
                details,
                Recipe.Material.of(codes, given, melody),
                new Recipe.Chance(seed, number, temperature, threshold),
                beatsPerMinute,
                signatures,
                accompaniment);
    }
}
