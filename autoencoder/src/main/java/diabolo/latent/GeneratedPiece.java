package diabolo.latent;

import diabolo.note.NoteSequence;

/**
 * A new piece, and all that is known of it.
 *
 * @param music ready to be written; silent codes give a piece without notes
 * @param cells [cells], 1 where it sounds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeneratedPiece(NoteSequence music, float[] cells, Provenance provenance) {

    /** Whether nothing sounds. */
    public boolean isSilent() {
        return music.allNotes().findAny().isEmpty();
    }
}
