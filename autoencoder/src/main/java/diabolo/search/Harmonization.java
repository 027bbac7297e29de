package diabolo.search;

import diabolo.latent.GeneratedPiece;
import diabolo.note.NoteSequence;
import java.util.List;

/**
 * A melody and the accompaniment found for it.
 *
 * @param piece the melody as given and the accompaniment, each a part
 * @param leftOutNotes how many of the given notes do not belong to the melody, drums included
 * @param shortenedNotes how many melody notes were shortened, where a higher one begins
 * @param melodyRecall the share of the melody's cells that the decoder gives before the melody is overlaid, 0 to 1
 * @param windows how many windows the melody fills
 * @param millis how long the search took
 */
public record Harmonization(
        GeneratedPiece piece, int leftOutNotes, int shortenedNotes, double melodyRecall, int windows, long millis) {

    public NoteSequence music() {
        return piece.music();
    }

    /** The code found for each window that has melody. */
    public List<float[]> codes() {
        return List.of(piece.provenance().recipe().codes());
    }
}
