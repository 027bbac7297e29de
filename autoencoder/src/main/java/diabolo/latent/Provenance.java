package diabolo.latent;

import static java.util.Objects.requireNonNull;

/**
 * How a piece came to be: what lies as JSON beside it, and all that is needed to make it again.
 *
 * @param operation what was done: {@code generate}
 * @param model its name
 * @param modelHash of its files, see {@link diabolo.model.ModelFolder#hash}
 * @param number which of the pieces of this seed it is, from 0
 * @param code the point that was decoded
 * @param originality how close it is to the training windows as the model remembers them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Provenance(
        String operation,
        String model,
        String modelHash,
        long seed,
        int number,
        String prior,
        double threshold,
        double temperature,
        double beatsPerMinute,
        float[] code,
        Closeness originality) {

    public Provenance {
        requireNonNull(operation, "operation");
        requireNonNull(model, "model");
        requireNonNull(modelHash, "modelHash");
        requireNonNull(prior, "prior");
        requireNonNull(code, "code");
        requireNonNull(originality, "originality");
    }

    /**
     * The training window closest to a piece.
     *
     * @param similarity the share of the piece's active cells that are active there, 0 to 1
     * @param piece its name; empty for a silent piece
     * @param bar in which it begins there, in bars of four beats, from 1; 0 for a silent piece
     */
    public record Closeness(double similarity, String piece, int bar) {}

    /** The settings, to make the piece again. */
    public SamplingSettings settings() {
        return new SamplingSettings(Prior.parse(prior), seed, threshold, temperature);
    }
}
