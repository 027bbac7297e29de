package diabolo.latent;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The melody of a piece, taken to be its highest notes: a note is left out while a higher one that began no later sounds. */
final class HighestLine {

    private HighestLine() {}

    /** The piece with that one part. */
    static NoteSequence of(NoteSequence piece) {
        List<Note> notes = piece.parts().stream()
                .filter(part -> !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .sorted(Comparator.comparing(Note::start).thenComparing(Note::pitch, Comparator.reverseOrder()))
                .toList();
        List<Note> line = new ArrayList<>();
        for (Note note : notes) {
            if (line.isEmpty() || isHeard(note, line.getLast())) {
                cutAt(line, note.start());
                line.add(note);
            }
        }
        Instrument instrument = piece.parts().stream()
                .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                .map(Part::instrument)
                .findFirst()
                .orElse(Instrument.PIANO);
        return piece.withParts(List.of(new Part("melody", instrument, line)));
    }

    private static boolean isHeard(Note note, Note before) {
        return before.end().compareTo(note.start()) <= 0
                || (note.start().compareTo(before.start()) > 0 && note.pitch().compareTo(before.pitch()) > 0);
    }

    /** A higher note that begins ends the one before it. */
    private static void cutAt(List<Note> line, Beat start) {
        if (!line.isEmpty() && line.getLast().end().compareTo(start) > 0) {
            Note last = line.removeLast();
            line.add(new Note(last.pitch(), last.velocity(), last.start(), start.minus(last.start())));
        }
    }
}
