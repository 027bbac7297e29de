package diabolo.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import diabolo.latent.LatentSpace;
import diabolo.latent.PieceHeader;
import diabolo.latent.Signatures;
import diabolo.note.Tempo;
import java.util.Map;
import java.util.Optional;

/**
 * The code of a window, and the header of its piece.
 *
 * @param model that encoded it; only a model with the same hash decodes it
 * @param window from 1
 * @param firstBar as the piece counts its bars
 * @param meters by steps of the model's grid from the first window, see {@link Signatures}; keys likewise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CodeEntry(
        String model,
        String modelHash,
        String file,
        int window,
        int firstBar,
        Optional<Double> beatsPerMinute,
        Map<Integer, String> meters,
        Map<Integer, String> keys,
        float[] code) {

    static CodeEntry of(LatentSpace space, String file, int window, int firstBar, PieceHeader header, float[] code) {
        Signatures signatures = header.signatures();
        return new CodeEntry(
                space.description().name(),
                space.hash(),
                file,
                window,
                firstBar,
                header.tempo().map(Tempo::beatsPerMinute),
                signatures.meters(),
                signatures.keys(),
                code);
    }
}
