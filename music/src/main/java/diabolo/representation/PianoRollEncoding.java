package diabolo.representation;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;

/** One encoding under way: the cells so far, and the count of what they cannot hold. */
final class PianoRollEncoding {

    private final PianoRoll roll;
    private final float[] cells; // [steps][pitches]
    private int outOfRangeNotes;
    private int drumNotes;
    private int mergedNotes;
    private int lateNotes;

    PianoRollEncoding(PianoRoll roll) {
        this.roll = roll;
        this.cells = new float[roll.cells()];
    }

    Encoded encode(QuantizedSequence sequence) {
        for (QuantizedPart part : sequence.parts()) {
            if (part.isDrums()) {
                drumNotes += part.notes().size();
            } else {
                part.notes().forEach(this::add);
            }
        }
        return new Encoded(new Cells(cells), new Encoded.Loss(outOfRangeNotes, drumNotes, mergedNotes, lateNotes, 0));
    }

    private void add(QuantizedNote note) {
        if (!roll.contains(note.pitch())) {
            outOfRangeNotes++;
            return;
        }
        if (note.endStep() > roll.steps()) {
            lateNotes++;
        }
        if (note.startStep() < roll.steps()) {
            fill(note);
        }
    }

    /** Also looks at the cells just before and after, which belong to the same tone if they sound. */
    private void fill(QuantizedNote note) {
        int end = Math.min(note.endStep(), roll.steps());
        boolean merged = false;
        for (int step = Math.max(0, note.startStep() - 1); step < Math.min(end + 1, roll.steps()); step++) {
            int index = roll.index(step, note.pitch());
            merged |= cells[index] == 1;
            if (step >= note.startStep() && step < end) {
                cells[index] = 1;
            }
        }
        mergedNotes += merged ? 1 : 0;
    }
}
