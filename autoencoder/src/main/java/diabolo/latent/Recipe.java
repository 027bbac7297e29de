package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a model needs to make a piece, and to make it again: the codes that are decoded, and the chance in decoding them.
 *
 * <pre>{@code
 * Recipe recipe = space.recipe("average", codes).withSeed(7);
 * GeneratedPiece piece = space.render(recipe);
 * GeneratedPiece same = space.render(piece.provenance().recipe());
 * }</pre>
 *
 * @param operation how the codes were found: {@code generate}, {@code interpolate}
 * @param title of the piece
 * @param details of the operation, as shown to people: names to text
 * @param material what is decoded, and what sounds besides
 * @param chance in decoding it
 * @param beatsPerMinute the tempo; beside a melody that is kept, its own tempos hold
 * @param signatures of time and key; none where those of the model hold, as in JSON of older versions, or those of the melody
 */
public record Recipe(
        String operation,
        String title,
        Map<String, String> details,
        Material material,
        Chance chance,
        double beatsPerMinute,
        Optional<Signatures> signatures) {

    /** What a piece is made of. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public sealed interface Material {

        /** [windows][codeSize], decoded one after the other. */
        float[][] codes();

        /** Codes alone, one or more. */
        record Decoded(float[][] codes) implements Material {
            public Decoded {
                require(codes.length > 0, "at least one code is needed to decode, there was none");
                requireAll(codes);
            }
        }

        /**
         * A beginning that sounds whatever the codes say.
         *
         * @param codes of all windows, also of those that are wholly given; none where all is given
         */
        record Begun(Given given, float[][] codes) implements Material {
            public Begun {
                requireNonNull(given, "given");
                requireAll(codes);
            }
        }

        /**
         * A melody that is kept note for note.
         *
         * @param codes one for each window in which it sounds, one or more: they give its accompaniment, which is what they decode to
         *     without what would cover it
         */
        record Accompanied(KeptMelody melody, float[][] codes) implements Material {
            public Accompanied {
                requireNonNull(melody, "melody");
                require(codes.length > 0, "at least one code is needed to decode, there was none");
                requireAll(codes);
            }
        }

        private static void requireAll(float[][] codes) {
            for (float[] code : codes) {
                requireNonNull(code, "code");
            }
        }

        /**
         * By what there is.
         *
         * @throws IllegalArgumentException if a beginning is given and a melody kept
         */
        static Material of(float[][] codes, Optional<Given> given, Optional<KeptMelody> melody) {
            require(given.isEmpty() || melody.isEmpty(), "either a beginning is given or a melody is kept, not both");
            return melody.<Material>map(kept -> new Accompanied(kept, codes))
                    .or(() -> given.map(some -> new Begun(some, codes)))
                    .orElseGet(() -> new Decoded(codes));
        }
    }

    /**
     * The beginning of a piece, which is not decoded.
     *
     * @param steps how long it is, in steps of the grid, 1 or more
     * @param cells of each of its windows, those that are 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Given(int steps, int[][] cells) {
        public Given {
            requireBetween("steps", steps, 1, Integer.MAX_VALUE);
            for (int[] window : requireNonNull(cells, "cells")) {
                requireNonNull(window, "cells");
            }
        }
    }

    /**
     * The chance in decoding.
     *
     * @param number which of the pieces of this seed it is, from 0
     * @param temperature 0: what is likeliest; above: by chance, see {@link SamplingSettings}
     * @param threshold see {@link SamplingSettings}
     */
    public record Chance(long seed, int number, double temperature, double threshold) {

        /** The likeliest notes. */
        public static final Chance NONE = new Chance(1, 0, 0, 0.5);

        public Chance {
            requireBetween("temperature", temperature, 0, 10);
            requireInside("threshold", threshold, 0, 1);
            requireBetween("number", number, 0, Integer.MAX_VALUE);
        }
    }

    public Recipe {
        requireNonNull(operation, "operation");
        requireNonNull(title, "title");
        details = Collections.unmodifiableMap(
                new TreeMap<>(details)); // in one order, so that its JSON has the same bytes
        details.values().forEach(text -> requireNonNull(text, "details"));
        requireNonNull(material, "material");
        requireNonNull(chance, "chance");
        requireNonNull(signatures, "signatures");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Recipe of(RecipeJson json) {
        return json.recipe();
    }

    @JsonValue
    RecipeJson json() {
        return RecipeJson.of(this);
    }

    /** Called after the operation, without chance in decoding, in no signatures of its own. */
    static Recipe of(String operation, Material material, double beatsPerMinute) {
        return new Recipe(operation, operation, Map.of(), material, Chance.NONE, beatsPerMinute, Optional.empty());
    }

    /**
     * Several pieces as one, one after the other, decoded as the first is.
     *
     * @param pieces one or more: all of codes alone, or all of whole windows that are given
     */
    public static Recipe inARow(List<Recipe> pieces) {
        Recipe first = pieces.getFirst();
        float[][] codes =
                pieces.stream().flatMap(piece -> Stream.of(piece.codes())).toArray(float[][]::new);
        if (first.given().isEmpty()) {
            return first.with(new Material.Decoded(codes));
        }
        List<Given> given =
                pieces.stream().map(piece -> piece.given().orElseThrow()).toList();
        int steps = given.stream().mapToInt(Given::steps).sum();
        int[][] cells = given.stream().flatMap(one -> Stream.of(one.cells())).toArray(int[][]::new);
        return first.with(new Material.Begun(new Given(steps, cells), codes));
    }

    public float[][] codes() {
        return material.codes();
    }

    /** What sounds whatever the codes say. */
    public Optional<Given> given() {
        return material instanceof Material.Begun begun ? Optional.of(begun.given()) : Optional.empty();
    }

    /** What is kept note for note. */
    public Optional<KeptMelody> melody() {
        return material instanceof Material.Accompanied kept ? Optional.of(kept.melody()) : Optional.empty();
    }

    public long seed() {
        return chance.seed();
    }

    public int number() {
        return chance.number();
    }

    public double temperature() {
        return chance.temperature();
    }

    public double threshold() {
        return chance.threshold();
    }

    public Recipe withTitle(String other) {
        return new Recipe(operation, other, details, material, chance, beatsPerMinute, signatures);
    }

    public Recipe withDetails(Map<String, String> other) {
        return new Recipe(operation, title, other, material, chance, beatsPerMinute, signatures);
    }

    public Recipe withSeed(long other) {
        return with(new Chance(other, number(), temperature(), threshold()));
    }

    public Recipe withNumber(int other) {
        return with(new Chance(seed(), other, temperature(), threshold()));
    }

    public Recipe withTemperature(double other) {
        return with(new Chance(seed(), number(), other, threshold()));
    }

    public Recipe withThreshold(double other) {
        return with(new Chance(seed(), number(), temperature(), other));
    }

    public Recipe withBeatsPerMinute(double other) {
        return new Recipe(operation, title, details, material, chance, other, signatures);
    }

    public Recipe withSignatures(Signatures other) {
        return new Recipe(operation, title, details, material, chance, beatsPerMinute, Optional.of(other));
    }

    public Recipe withMelody(KeptMelody other) {
        return with(Material.of(codes(), given(), Optional.of(other)));
    }

    public Recipe withGiven(Given other) {
        return with(Material.of(codes(), Optional.of(other), melody()));
    }

    private Recipe with(Material other) {
        return new Recipe(operation, title, details, other, chance, beatsPerMinute, signatures);
    }

    private Recipe with(Chance other) {
        return new Recipe(operation, title, details, material, other, beatsPerMinute, signatures);
    }
}
