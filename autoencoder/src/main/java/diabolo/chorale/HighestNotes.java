package diabolo.chorale;

import diabolo.note.Note;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * The highest line of a part: of notes that begin together the highest, each no longer than to the next.
 *
 * <pre>{@code
 * Part melody = HighestNotes.of(part);
 * }</pre>
 */
final class HighestNotes {

    private HighestNotes() {}

    static Part of(Part part) {
        List<Note> line = new ArrayList<>();
        for (Note note : part.notes()) { // by start, then pitch
            if (!line.isEmpty() && line.getLast().start().equals(note.start())) {
                line.removeLast();
            }
            if (!line.isEmpty() && line.getLast().end().compareTo(note.start()) > 0) {
                Note before = line.removeLast();
                line.add(new Note(
                        before.pitch(),
                        before.velocity(),
                        before.start(),
                        note.start().minus(before.start())));
            }
            line.add(note);
        }
        return part.withNotes(line);
    }

    /** Whether a part is one line already. */
    static boolean isLine(Part part) {
        return of(part).notes().equals(part.notes());
    }
}
