package diabolo.search;

import diabolo.latent.GeneratedPiece;
import diabolo.note.NoteSequence;
import java.util.List;

/**
 * A melody with the accompaniment that was found for it.
 *
 * @param piece the melody as it was given and the accompaniment, each a part
 * @param leftOutNotes how many of the given notes are not of the melody, drums among them
 * @param shortenedNotes how many of the melody's end earlier than they were given, where a higher one begins
 * @param melodyRecall the share of the melody's cells that the decoder gives by itself, before the melody is laid over, 0 to 1
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
