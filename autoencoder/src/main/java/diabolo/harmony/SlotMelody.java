package diabolo.harmony;

import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import java.util.List;

/**
 * What a melody has in a {@link ChordSlot}, in a piece that is transposed to C major or A minor.
 *
 * @param weights quarter notes by pitch class; [12]
 * @param onBeat of these, the quarter notes of notes that begin on a beat; [12]
 * @param first the pitch class that sounds where the slot begins; {@link #SILENCE} where none does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SlotMelody(double[] weights, double[] onBeat, int first) {

    /** Instead of a pitch class. */
    static final int SILENCE = 12;

    /**
     * What a melody has in each slot.
     *
     * @param transposition semitones up to C major or A minor
     */
    static List<SlotMelody> of(NoteSequence melody, List<ChordSlot> slots, int transposition) {
        List<Note> notes = melody.allNotes().sorted(Note.IN_TIME).toList();
        SlotMelody[] found = new SlotMelody[slots.size()];
        int next = 0; // the first note that may sound in the slot or after it
        for (int i = 0; i < found.length; i++) {
            ChordSlot slot = slots.get(i);
            while (next < notes.size() && notes.get(next).end().compareTo(slot.start()) <= 0) {
                next++;
            }
            found[i] = of(notes.subList(next, notes.size()), slot, transposition);
        }
        return List.of(found);
    }

    private static SlotMelody of(List<Note> notes, ChordSlot slot, int transposition) {
        double[] weights = new double[12];
        double[] onBeat = new double[12];
        int first = SILENCE;
        for (Note note : notes) {
            if (note.start().compareTo(slot.end()) >= 0) {
                break;
            }
            int pitchClass = Math.floorMod(note.pitch().midi() + transposition, 12);
            double beats = slot.overlap(note.start(), note.end());
            weights[pitchClass] += beats;
            if (isOnBeat(note.start(), slot)) {
                onBeat[pitchClass] += beats;
            }
            if (beats > 0 && note.start().compareTo(slot.start()) <= 0) {
                first = pitchClass; // the highest of those that begin together comes last
            }
        }
        return new SlotMelody(weights, onBeat, first);
    }

    /** Whether a note begins a whole number of quarter notes after the slot does; one that is held from before counts. */
    static boolean isOnBeat(Beat start, ChordSlot slot) {
        return start.compareTo(slot.start()) <= 0 || start.minus(slot.start()).isOnGrid(1);
    }
}
