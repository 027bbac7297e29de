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
 * All that a model needs to render a piece, and to render it again: codes and sampling settings.
 *
 * <pre>{@code
 * Recipe recipe = space.recipe("average", codes).withTitle("Between");
 * GeneratedPiece piece = space.render(recipe);
 * GeneratedPiece same = space.render(piece.provenance().recipe());
 * }</pre>
 *
 * @param operation how the codes were found: {@code generate}, {@code interpolate}
 * @param title of the piece
 * @param details of the operation, as shown to people: names to text
 * @param material what is decoded, given or kept
 * @param chance seed and temperature of the decoding
 * @param beatsPerMinute the tempo; a kept melody has its own
 * @param signatures of time and key; none for the model's, as in JSON of older versions, or a kept melody's
 * @param accompaniment that is played under what is rendered, if any
 */
public record Recipe(
        String operation,
        String title,
        Map<String, String> details,
        Material material,
        Chance chance,
        double beatsPerMinute,
        Optional<Signatures> signatures,
        Optional<Accompaniment> accompaniment) {

    /** An operation that samples codes. */
    static final String GENERATE = "generate";

    /** A move along an attribute. */
    public static final String ATTRIBUTE = "attribute";

    /** What a piece is rendered from. */
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
         * A given beginning, and codes for the rest.
         *
         * @param codes of all windows, also of wholly given ones; none where all is given
         */
        record Begun(Given given, float[][] codes) implements Material {
            public Begun {
                requireNonNull(given, "given");
                requireAll(codes);
            }
        }

        /**
         * A melody kept note for note, and codes of its accompaniment.
         *
         * @param codes one for each window in which it sounds, one or more; cells that would cover the melody are dropped
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
         * The material with these components.
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

    /** Whether an operation keeps notes that the model decoded from its codes, so that none of them was given by a person. */
    public static boolean isDecoded(String operation) {
        return operation.equals(GENERATE) || operation.equals(ATTRIBUTE);
    }

    /**
     * The given beginning of a piece.
     *
     * @param steps its length in steps of the grid, 1 or more
     * @param cells the sounding cells of each of its windows
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
     * How a piece is sampled in decoding.
     *
     * @param number which of the pieces of this seed it is, from 0
     * @param temperature see {@link SamplingSettings}
     * @param threshold see {@link SamplingSettings}
     */
    public record Chance(long seed, int number, double temperature, double threshold) {

        /** Temperature 0: the likeliest notes. */
        public static final Chance DEFAULT = new Chance(1, 0, 0, 0.5);

        public Chance {
            requireBetween("temperature", temperature, 0, 10);
            requireInside("threshold", threshold, 0, 1);
            requireBetween("number", number, 0, Integer.MAX_VALUE);
        }
    }

    public Recipe {
        requireNonNull(operation, "operation");
        requireNonNull(title, "title");
        details = Collections.unmodifiableMap(new TreeMap<>(details)); // sorted, so that its JSON has the same bytes
        details.values().forEach(text -> requireNonNull(text, "details"));
        requireNonNull(material, "material");
        requireNonNull(chance, "chance");
        requireNonNull(signatures, "signatures");
        requireNonNull(accompaniment, "accompaniment");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Recipe of(RecipeJson json) {
        return json.recipe();
    }

    @JsonValue
    RecipeJson json() {
        return RecipeJson.of(this);
    }

    /** A recipe with the operation's name as title, at temperature 0 and without signatures. */
    static Recipe of(String operation, Material material, double beatsPerMinute) {
        return new Recipe(
                operation,
                operation,
                Map.of(),
                material,
                Chance.DEFAULT,
                beatsPerMinute,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Several pieces one after the other as one, decoded with the settings of the first.
     *
     * @param pieces one or more: all of codes alone, or all of whole given windows
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

    /** The given beginning. */
    public Optional<Given> given() {
        return material instanceof Material.Begun begun ? Optional.of(begun.given()) : Optional.empty();
    }

    /** The kept melody. */
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
        return new Recipe(operation, other, details, material, chance, beatsPerMinute, signatures, accompaniment);
    }

    public Recipe withDetails(Map<String, String> other) {
        return new Recipe(operation, title, other, material, chance, beatsPerMinute, signatures, accompaniment);
    }

    public Recipe with(Chance other) {
        return new Recipe(operation, title, details, material, other, beatsPerMinute, signatures, accompaniment);
    }

    public Recipe withBeatsPerMinute(double other) {
        return new Recipe(operation, title, details, material, chance, other, signatures, accompaniment);
    }

    public Recipe withSignatures(Signatures other) {
        return new Recipe(
                operation, title, details, material, chance, beatsPerMinute, Optional.of(other), accompaniment);
    }

    public Recipe withAccompaniment(Accompaniment other) {
        return new Recipe(operation, title, details, material, chance, beatsPerMinute, signatures, Optional.of(other));
    }

    public Recipe withMelody(KeptMelody other) {
        return with(Material.of(codes(), given(), Optional.of(other)));
    }

    public Recipe withGiven(Given other) {
        return with(Material.of(codes(), Optional.of(other), melody()));
    }

    private Recipe with(Material other) {
        return new Recipe(operation, title, details, other, chance, beatsPerMinute, signatures, accompaniment);
    }
}
