package diabolo.abc;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a piece to positions that ABC can write and programs read: thirty-seconds of a beat and tuplets of 3, 5, 7 and 9 stay as they
 * are. A position of another kind becomes the twelfth of a beat that it rounds, or else the nearest thirty-second; a note
 * that would vanish lasts one of these.
 */
final class AbcGrid {

    private static final int FINEST = 32;
    private static final int FINEST_IN_TUPLET = 16;
    private static final int MOST_IN_TUPLET = 9;
    private static final int TWELFTHS = 12;

    /** So far from a twelfth of a beat, a triplet in ticks that three does not divide may be. */
    private static final double ROUNDED = 0.01;

    private AbcGrid() {}

    static NoteSequence fitted(NoteSequence piece) {
        return new NoteSequence(
                piece.title(),
                piece.parts().stream().map(AbcGrid::fitted).toList(),
                fitted(piece.tempos()),
                fitted(piece.meters()),
                fitted(piece.keys()),
                fitted(piece.chords()));
    }

    private static Part fitted(Part part) {
        return part.withNotes(part.notes().stream().map(AbcGrid::fitted).toList());
    }

    private static Note fitted(Note note) {
        Beat start = fitted(note.start());
        Beat duration = fitted(note.end()).minus(start);
        return new Note(note.pitch(), note.velocity(), start, duration.isPositive() ? duration : Beat.of(1, FINEST));
    }

    /** Of changes that come to one position the last holds. */
    private static <T> List<At<T>> fitted(List<At<T>> changes) {
        List<At<T>> fitted = new ArrayList<>();
        for (At<T> change : changes) {
            Beat start = fitted(change.start());
            if (!fitted.isEmpty() && fitted.getLast().start().equals(start)) {
                fitted.removeLast();
            }
            fitted.add(new At<>(start, change.value()));
        }
        return fitted;
    }

    private static Beat fitted(Beat position) {
        long even = Long.lowestOneBit(position.denominator());
        long odd = position.denominator() / even;
        boolean isWritten = odd == 1 ? even <= FINEST : odd <= MOST_IN_TUPLET && even <= FINEST_IN_TUPLET;
        if (isWritten) {
            return position;
        }
        Beat twelfth = Beat.of(position.toTicks(TWELFTHS), TWELFTHS);
        boolean isRounded = Math.abs(twelfth.minus(position).toDouble()) < ROUNDED;
        return isRounded ? twelfth : Beat.of(position.toTicks(FINEST), FINEST);
    }
}
