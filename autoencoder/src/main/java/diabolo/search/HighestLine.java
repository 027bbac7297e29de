package diabolo.search;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The melody of a piece, taken as its highest line (skyline): a note that begins below a sounding higher one is left out, and a
 * note ends where a higher one begins. Legato may overlap: by up to half of the shorter note; a descending step by at most a
 * sixteenth, and only if no higher note follows before the overlap ends, as under a held upper voice. A melody without other
 * voices stays as it is.
 */
final class HighestLine {

    /** A lower note that overlaps a higher one by more than this belongs to another voice. */
    private static final double SIXTEENTH = 0.25;

    /** By onset, of simultaneous ones the highest first. */
    private final List<Note> notes;

    /** By pitch: of the notes begun so far, the one that ends last. */
    private final @Nullable Note[] sounding = new Note[128];

    private final List<Note> line = new ArrayList<>();

    private HighestLine(List<Note> notes) {
        this.notes = notes;
    }

    /** The piece with that line as its only part. */
    static NoteSequence of(NoteSequence piece) {
        List<Part> parts = piece.parts().stream()
                .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                .toList();
        List<Note> notes = parts.stream()
                .flatMap(part -> part.notes().stream())
                .sorted(Comparator.comparing(Note::start).thenComparing(Note::pitch, Comparator.reverseOrder()))
                .toList();
        Instrument instrument =
                parts.isEmpty() ? Instrument.PIANO : parts.getFirst().instrument();
        return piece.withParts(List.of(new Part("melody", instrument, new HighestLine(notes).line())));
    }

    private List<Note> line() {
        for (int number = 0; number < notes.size(); number++) {
            Note note = notes.get(number);
            if (isInLine(number)) {
                cutLastFor(note);
                line.add(note);
            }
            int pitch = note.pitch().midi();
            Note before = sounding[pitch];
            if (before == null || before.end().compareTo(note.end()) < 0) {
                sounding[pitch] = note;
            }
        }
        return line;
    }

    private boolean isInLine(int number) {
        Note note = notes.get(number);
        boolean isNew =
                line.isEmpty() || !line.getLast().pitch().equals(note.pitch()) || isLegato(line.getLast(), note);
        return isNew
                && IntStream.range(note.pitch().midi() + 1, sounding.length)
                        .mapToObj(pitch -> sounding[pitch])
                        .allMatch(higher -> higher == null || takesOver(number, higher));
    }

    /** Whether a note continues the line after a higher one that began before it. */
    private boolean takesOver(int number, Note higher) {
        Note note = notes.get(number);
        return higher.end().compareTo(note.start()) <= 0
                || (isLegato(higher, note)
                        && overlap(higher, note) <= SIXTEENTH
                        && !isFollowedByHigher(number, higher.end()));
    }

    /** Whether a higher note begins after it, up to an end. */
    private boolean isFollowedByHigher(int number, Beat end) {
        Note note = notes.get(number);
        return notes.subList(number + 1, notes.size()).stream()
                .takeWhile(next -> next.start().compareTo(end) <= 0)
                .anyMatch(next -> next.pitch().compareTo(note.pitch()) > 0);
    }

    /** Whether the second begins after the first and they overlap by little, or not at all. */
    private static boolean isLegato(Note before, Note note) {
        double shorter = Math.min(before.duration().toDouble(), note.duration().toDouble());
        return note.start().compareTo(before.start()) > 0 && overlap(before, note) <= shorter / 2;
    }

    private static double overlap(Note before, Note note) {
        return before.end().toDouble() - note.start().toDouble();
    }

    /** A higher note ends the one before it, unless they are legato. */
    private void cutLastFor(Note next) {
        if (!line.isEmpty() && !isLegato(line.getLast(), next)) {
            Note last = line.removeLast();
            Beat until = next.start().minus(last.start());
            line.add(new Note(last.pitch(), last.velocity(), last.start(), until));
        }
    }
}
