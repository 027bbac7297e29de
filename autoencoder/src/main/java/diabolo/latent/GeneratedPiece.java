package diabolo.latent;

import diabolo.note.NoteSequence;
import diabolo.representation.Frames;
import java.util.List;

/**
 * A generated piece with its windows and provenance.
 *
 * @param music ready to be written; silent codes give a piece without notes
 * @param windows as decoded or given; with a kept melody, those of the accompaniment alone
 */
public record GeneratedPiece(NoteSequence music, List<Frames> windows, Provenance provenance) {

    /** Whether nothing sounds; with a kept melody, nothing else. */
    public boolean isSilent() {
        long kept = provenance
                .recipe()
                .melody()
                .map(melody -> melody.notes().size())
                .orElse(0);
        return music.allNotes().skip(kept).findAny().isEmpty();
    }
}
