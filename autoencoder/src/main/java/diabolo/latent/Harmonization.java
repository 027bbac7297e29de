package diabolo.latent;

import diabolo.note.NoteSequence;
import java.util.List;

/**
 * A melody with the accompaniment that was found for it.
 *
 * @param music the melody as it was given and the accompaniment, each a part
 * @param codes the code found for each window that has melody
 * @param melodyRecall the share of the melody's cells that the decoder gives by itself, before the melody is laid over, 0 to 1
 * @param windows how many windows the melody fills
 * @param millis how long the search took
 */
public record Harmonization(NoteSequence music, List<float[]> codes, double melodyRecall, int windows, long millis) {

    public Harmonization {
        codes = List.copyOf(codes);
    }
}
