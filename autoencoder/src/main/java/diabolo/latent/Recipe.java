package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;
import static java.util.Objects.requireNonNull;

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
 * @param codes [windows][codeSize], decoded one after the other; none where all is given
 * @param temperature 0: what is likeliest; above: by chance, see {@link SamplingSettings}
 * @param threshold see {@link SamplingSettings}
 * @param number which of the pieces of this seed it is, from 0
 * @param beatsPerMinute the tempo; beside a melody that is kept, its own tempos hold
 * @param given what sounds whatever the codes say
 * @param melody what is kept note for note; the codes, one for each window in which it sounds, give its accompaniment: what they
 *     decode to without what would cover it
 * @param signatures of time and key; none where those of the model hold, as in JSON of older versions, or those of the melody
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Recipe(
        String operation,
        String title,
        Map<String, String> details,
        float[][] codes,
        double temperature,
        double threshold,
        long seed,
        int number,
        double beatsPerMinute,
        Optional<Given> given,
        Optional<KeptMelody> melody,
        Optional<Signatures> signatures) {

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

    public Recipe {
        requireNonNull(operation, "operation");
        requireNonNull(title, "title");
        details = Collections.unmodifiableMap(
                new TreeMap<>(details)); // in one order, so that its JSON has the same bytes
        details.values().forEach(text -> requireNonNull(text, "details"));
        require(codes.length > 0 || given.isPresent(), "at least one code is needed to decode, there was none");
        for (float[] code : codes) {
            requireNonNull(code, "code");
        }
        requireBetween("temperature", temperature, 0, 10);
        requireInside("threshold", threshold, 0, 1);
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        require(given.isEmpty() || melody.isEmpty(), "either a beginning is given or a melody is kept, not both");
    }

    /** Codes decoded without chance: the likeliest. */
    static Recipe of(String operation, float[][] codes, Optional<Given> given, double beatsPerMinute) {
        return new Recipe(
                operation,
                operation,
                Map.of(),
                codes,
                0,
                0.5,
                1,
                0,
                beatsPerMinute,
                given,
                Optional.empty(),
                Optional.empty());
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
            return first.with(codes, Optional.empty());
        }
        List<Given> given =
                pieces.stream().map(piece -> piece.given().orElseThrow()).toList();
        int steps = given.stream().mapToInt(Given::steps).sum();
        int[][] cells = given.stream().flatMap(one -> Stream.of(one.cells())).toArray(int[][]::new);
        return first.with(codes, Optional.of(new Given(steps, cells)));
    }

    private Recipe with(float[][] otherCodes, Optional<Given> otherGiven) {
        return new Recipe(
                operation,
                title,
                details,
                otherCodes,
                temperature,
                threshold,
                seed,
                number,
                beatsPerMinute,
                otherGiven,
                melody,
                signatures);
    }

    public Recipe withTitle(String other) {
        return new Recipe(
                operation,
                other,
                details,
                codes,
                temperature,
                threshold,
                seed,
                number,
                beatsPerMinute,
                given,
                melody,
                signatures);
    }

    public Recipe withDetails(Map<String, String> other) {
        return new Recipe(
                operation,
                title,
                other,
                codes,
                temperature,
                threshold,
                seed,
                number,
                beatsPerMinute,
                given,
                melody,
                signatures);
    }

    public Recipe withTemperature(double other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                other,
                threshold,
                seed,
                number,
                beatsPerMinute,
                given,
                melody,
                signatures);
    }

    public Recipe withSeed(long other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                temperature,
                threshold,
                other,
                number,
                beatsPerMinute,
                given,
                melody,
                signatures);
    }

    public Recipe withNumber(int other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                temperature,
                threshold,
                seed,
                other,
                beatsPerMinute,
                given,
                melody,
                signatures);
    }

    public Recipe withBeatsPerMinute(double other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                temperature,
                threshold,
                seed,
                number,
                other,
                given,
                melody,
                signatures);
    }

    public Recipe withThreshold(double other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                temperature,
                other,
                seed,
                number,
                beatsPerMinute,
                given,
                melody,
                signatures);
    }

    public Recipe withMelody(KeptMelody other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                temperature,
                threshold,
                seed,
                number,
                beatsPerMinute,
                given,
                Optional.of(other),
                signatures);
    }

    public Recipe withSignatures(Signatures other) {
        return new Recipe(
                operation,
                title,
                details,
                codes,
                temperature,
                threshold,
                seed,
                number,
                beatsPerMinute,
                given,
                melody,
                Optional.of(other));
    }

    public Recipe withGiven(Given other) {
        return with(codes, Optional.of(other));
    }
}
