package diabolo.output;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedSequence;
import diabolo.picture.ImageGridPicture;
import diabolo.picture.Picture;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * The pieces of a grid as small piano rolls in its rows and columns, all of the same pitches: where a note begins it is darker.
 *
 * <pre>{@code
 * Picture picture = GridPicture.of("blues to waltz", 5, pieces);
 * }</pre>
 */
final class GridPicture {

    /** The beginning of longer pieces is shown: an image is at most 1,000 pixels wide. */
    private static final int MOST_STEPS = 998;

    private static final float ONSET = 1;
    private static final float HELD = 0.6f;
    private static final float FRAME = 0.2f;

    private GridPicture() {}

    /**
     * The picture.
     *
     * @param columns pieces to a row
     * @param pieces of equal length, row by row; one or more
     */
    static Picture of(String title, int columns, List<QuantizedSequence> pieces) {
        IntSummaryStatistics pitches = pieces.stream()
                .flatMap(QuantizedSequence::allNotes)
                .mapToInt(note -> note.pitch().midi())
                .summaryStatistics();
        int lowest = pitches.getCount() == 0 ? 60 : pitches.getMin();
        int rows = pitches.getCount() == 0 ? 1 : pitches.getMax() - lowest + 1;
        int steps = Math.min(MOST_STEPS, pieces.getFirst().lengthInSteps());
        return new ImageGridPicture(
                title,
                columns,
                steps + 1,
                pieces.stream().map(piece -> roll(piece, steps, lowest, rows)).toList());
    }

    /** Row by row from the highest pitch down, with a frame at the right and below. */
    private static float[] roll(QuantizedSequence piece, int steps, int lowest, int rows) {
        int width = steps + 1;
        float[] roll = new float[width * (rows + 1)];
        for (int row = 0; row <= rows; row++) {
            roll[row * width + steps] = FRAME;
        }
        for (int step = 0; step < width; step++) {
            roll[rows * width + step] = FRAME;
        }
        piece.allNotes()
                .forEach(note ->
                        paint(note, roll, steps, rows - 1 - (note.pitch().midi() - lowest)));
        return roll;
    }

    private static void paint(QuantizedNote note, float[] roll, int steps, int row) {
        for (int step = note.startStep(); step < Math.min(steps, note.startStep() + note.lengthInSteps()); step++) {
            roll[row * (steps + 1) + step] = step == note.startStep() ? ONSET : HELD;
        }
    }
}
