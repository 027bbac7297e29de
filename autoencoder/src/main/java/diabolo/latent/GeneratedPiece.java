package diabolo.latent;

import diabolo.note.NoteSequence;
import diabolo.representation.Frames;
import java.util.List;

/**
 * A new piece, and all that is known of it.
 *
 * @param music ready to be written; silent codes give a piece without notes
 * @param windows as they were decoded or given; beside a melody that is kept, those of the accompaniment alone
 */
public record GeneratedPiece(NoteSequence music, List<Frames> windows, Provenance provenance) {

    /** Whether nothing sounds; beside a melody that is kept, nothing else. */
    public boolean isSilent() {
        long kept = provenance
                .recipe()
                .melody()
                .map(melody -> melody.notes().size())
                .orElse(0);
        return music.allNotes().skip(kept).findAny().isEmpty();
    }
}
