package diabolo.evaluation;

import diabolo.grid.RhythmGrid;
import diabolo.note.Pitch;
import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import java.util.Arrays;
import java.util.List;

/** A roll of one bar and two octaves from middle C, small enough to count in. */
final class Rolls {

    static final PianoRoll BAR = new PianoRoll(RhythmGrid.SIXTEENTHS, 16, 60, 24);

    /** A note of a small roll. */
    record Tone(int pitch, int start, int length) {}

    private Rolls() {}

    static Cells bar(Tone... tones) {
        float[] cells = new float[BAR.cells()];
        for (Tone tone : tones) {
            for (int step = tone.start(); step < tone.start() + tone.length(); step++) {
                cells[BAR.index(step, Pitch.of(tone.pitch()))] = 1;
            }
        }
        return new Cells(cells);
    }

    /** Windows of one step, a cell a pitch. */
    static List<Cells> chords(float[]... windows) {
        return Arrays.stream(windows).map(Cells::new).toList();
    }

    /** A roll of one step and so many pitches. */
    static PianoRoll chord(int pitches) {
        return new PianoRoll(RhythmGrid.SIXTEENTHS, 1, 60, pitches);
    }
}
