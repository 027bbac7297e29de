package diabolo.latent;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The melody of a piece, taken to be its highest notes: a note is left out while a higher one that began no later sounds, and
 * ends where a higher one begins. Two notes may overlap by up to half of the shorter one, as players bind them; so a melody
 * that stands alone stays as it is, note for note.
 */
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
                cutForNext(line, note);
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
        return isBound(before, note)
                || (note.start().compareTo(before.start()) > 0 && note.pitch().compareTo(before.pitch()) > 0);
    }

    /** Whether the second begins after the first and they overlap by little, or not at all. */
    private static boolean isBound(Note before, Note note) {
        double shorter = Math.min(before.duration().toDouble(), note.duration().toDouble());
        double overlap = before.end().toDouble() - note.start().toDouble();
        return note.start().compareTo(before.start()) > 0 && overlap <= shorter / 2;
    }

    /** A higher note that begins ends the one before it, unless that was about to end. */
    private static void cutForNext(List<Note> line, Note next) {
        if (!line.isEmpty() && !isBound(line.getLast(), next)) {
            Note last = line.removeLast();
            Beat until = next.start().minus(last.start());
            line.add(new Note(last.pitch(), last.velocity(), last.start(), until));
        }
    }
}
