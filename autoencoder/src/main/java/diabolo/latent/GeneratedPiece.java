package diabolo.latent;

import diabolo.note.NoteSequence;
import java.util.List;

/**
 * A new piece, and all that is known of it.
 *
 * @param music ready to be written; silent codes give a piece without notes
 * @param windows [cells] each, 1 where it sounds
 */
public record GeneratedPiece(NoteSequence music, List<float[]> windows, Provenance provenance) {

    /** Whether nothing sounds. */
    public boolean isSilent() {
        return music.allNotes().findAny().isEmpty();
    }
}
