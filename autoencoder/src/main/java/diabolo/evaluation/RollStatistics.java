package diabolo.evaluation;

import diabolo.grid.QuantizedNote;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.util.List;

/**
 * What can be said of many rolls at once, generated or real, without comparing them to anything.
 *
 * <pre>{@code
 * RollStatistics real = RollStatistics.of(roll, windows);
 * real.onScaleShare(); // 0.93
 * }</pre>
 *
 * @param silentShare rolls without a note, of all, 0 to 1
 * @param activeCells mean number of active cells in a roll
 * @param notesPerBeat mean number of notes that begin in a beat
 * @param onScaleShare mean share of a roll's sounding time in the best-fitting major scale, 0 to 1;
 *     silent rolls are left out
 */
public record RollStatistics(double silentShare, double activeCells, double notesPerBeat, double onScaleShare) {

    private static final int MAJOR_SCALE = 0b1010_1011_0101; // bit n for n semitones above the key note

    /** Measures rolls. */
    public static RollStatistics of(PianoRoll roll, List<? extends Frames> windows) {
        double beats = (double) roll.steps() / roll.grid().stepsPerBeat();
        long silent = 0;
        double cells = 0;
        double notesPerBeat = 0;
        double onScale = 0;
        for (Frames window : windows) {
            List<QuantizedNote> notes = roll.decode(window).allNotes().toList();
            if (notes.isEmpty()) {
                silent++;
                continue;
            }
            cells += notes.stream().mapToInt(QuantizedNote::lengthInSteps).sum();
            notesPerBeat += notes.size() / beats;
            onScale += onScaleShare(notes);
        }
        long sounding = windows.size() - silent;
        return new RollStatistics(
                (double) silent / Math.max(1, windows.size()),
                cells / Math.max(1, windows.size()),
                notesPerBeat / Math.max(1, windows.size()),
                sounding == 0 ? 0 : onScale / sounding);
    }

    private static double onScaleShare(List<QuantizedNote> notes) {
        long best = 0;
        long all = 0;
        for (int key = 0; key < 12; key++) {
            long within = 0;
            all = 0;
            for (QuantizedNote note : notes) {
                int above = Math.floorMod(note.pitch().midi() - key, 12);
                all += note.lengthInSteps();
                within += (MAJOR_SCALE >> above & 1L) * note.lengthInSteps();
            }
            best = Math.max(best, within);
        }
        return (double) best / all;
    }
}
