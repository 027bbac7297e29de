package diabolo.lecture.dimension;

import diabolo.grid.QuantizedNote;
import diabolo.representation.DrumClass;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.List;

/** A window as a musician sees it: which pitch sounds at which step; of drums, which drum is struck. */
final class SoundingRoll {

    private static final int DRUMS = DrumClass.values().length;

    private SoundingRoll() {}

    /** [steps * rows], 0 or 1; a row for each pitch or drum. */
    static float[] of(Representation representation, Frames window) {
        List<QuantizedNote> notes = representation.decode(window).allNotes().toList();
        int lowest = representation.lowestPitch();
        int rows = representation.hasTones() ? representation.highestPitch() - lowest + 1 : DRUMS;
        float[] roll = new float[representation.steps() * rows];
        for (QuantizedNote note : notes) {
            int row = representation.hasTones() ? note.pitch().midi() - lowest : drum(note);
            int end = representation.hasTones() ? note.endStep() : note.startStep() + 1;
            for (int step = note.startStep(); step < Math.min(end, representation.steps()); step++) {
                roll[step * rows + row] = 1;
            }
        }
        return roll;
    }

    private static int drum(QuantizedNote note) {
        return DrumClass.of(note.pitch()).map(DrumClass::ordinal).orElse(0);
    }
}
