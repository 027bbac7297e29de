package diabolo.abc;

import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;

/** Brings notes to positions that ABC can write: to the nearest of 480 steps a beat, and a note keeps at least one. */
final class AbcGrid {

    private static final int STEPS_PER_BEAT = 480;

    private AbcGrid() {}

    static NoteSequence fitted(NoteSequence sequence) {
        return sequence.withParts(sequence.parts().stream().map(AbcGrid::fitted).toList());
    }

    private static Part fitted(Part part) {
        return part.withNotes(part.notes().stream().map(AbcGrid::fitted).toList());
    }

    private static Note fitted(Note note) {
        long start = note.start().toTicks(STEPS_PER_BEAT);
        long end = Math.max(start + 1, note.end().toTicks(STEPS_PER_BEAT));
        return new Note(
                note.pitch(), note.velocity(), Beat.of(start, STEPS_PER_BEAT), Beat.of(end - start, STEPS_PER_BEAT));
    }
}
