package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * All that a model needs to make a piece, and to make it again: the codes that are decoded, and the chance in decoding them.
 *
 * <pre>{@code
 * GeneratedPiece piece = space.render(recipe);
 * GeneratedPiece same = space.render(piece.provenance().recipe());
 * }</pre>
 *
 * @param operation how the codes were found: {@code generate}, {@code interpolate}
 * @param title of the piece
 * @param details of the operation, as shown to people: names to text
 * @param codes [windows][codeSize], decoded one after the other
 * @param temperature 0: what is likeliest; above: by chance, see {@link SamplingSettings}
 * @param threshold see {@link SamplingSettings}
 * @param number which of the pieces of this seed it is, from 0
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
        double beatsPerMinute) {

    public Recipe {
        requireNonNull(operation, "operation");
        requireNonNull(title, "title");
        details = Map.copyOf(details);
        require(codes.length > 0, "at least one code is needed to decode, there was none");
        require(temperature >= 0 && temperature <= 10, "temperature must be between 0 and 10, was " + temperature);
        require(threshold > 0 && threshold < 1, "threshold must be between 0 and 1, was " + threshold);
        requireBetween("number", number, 0, Integer.MAX_VALUE);
    }
}
