package diabolo.inpainting;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a piece comes from that was sampled line by line, in the form that other pieces have.
 *
 * <pre>{@code
 * new InpaintedProvenance("ragtime", hash, new Made("generate", 7, 1, Map.of("key", "Ab major")), Optional.of(new Known(0.04, "maple.mid")));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param model its name
 * @param modelHash of its weights, see {@link InpainterFile#hash}
 * @param recipe how it was made
 * @param originality what of it is known from the music that the model learned from; empty where the model keeps nothing of that
 */
public record InpaintedProvenance(String model, String modelHash, Made recipe, Optional<Known> originality) {

    public InpaintedProvenance {
        requireNonNull(model, "model");
        requireNonNull(modelHash, "modelHash");
        requireNonNull(recipe, "recipe");
        requireNonNull(originality, "originality");
    }

    /**
     * How it was made.
     *
     * @param details what was chosen, by name
     */
    public record Made(String operation, long seed, double temperature, Map<String, String> details) {
        public Made {
            requireNonNull(operation, "operation");
            details = Collections.unmodifiableMap(new TreeMap<>(details));
        }
    }

    /**
     * Phrases of five onsets in a row that the learned music has, in any key.
     *
     * @param similarity the share of the piece's, 0 to 1
     * @param piece that has most of them; empty where none is known
     */
    public record Known(double similarity, String piece) {}
}
