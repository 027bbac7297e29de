package diabolo.lecture.digits;

import diabolo.corpus.LastWindow;
import diabolo.corpus.Transposition;
import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentData;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.Format;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.util.List;

/**
 * Bars of Bach's chorales as piano rolls, all transposed to the key signature without sharps and flats: 16 steps of 48 pitches.
 *
 * <pre>{@code
 * float[][] bars = RollWindows.read(study.data(), 4_000); // [bars][768]
 * }</pre>
 */
final class RollWindows {

    static final String DATA_SET = "chorales-jsb";
    static final int STEPS = 16;
    static final int PITCHES = 48;
    static final int LOWEST = 36;

    private RollWindows() {}

    /**
     * Bars of the training pieces, evenly spread.
     *
     * @throws IOException if the chorales are not there
     */
    static float[][] read(DataFolder data, int most) throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find("chorales-autobach")
                .withFormat(new Format.PianoRoll(
                        STEPS, LOWEST, PITCHES, STEPS / 2, LastWindow.LEFT_OUT, Transposition.TO_COMMON_KEY));
        List<Frames> frames =
                ExperimentData.open(data.corpora(List.of(DATA_SET)), spec).trainingFrames();
        int count = Math.min(most, frames.size());
        float[][] bars = new float[count][];
        for (int i = 0; i < count; i++) {
            bars[i] = cells(frames.get((int) ((long) i * frames.size() / count)));
        }
        return bars;
    }

    private static float[] cells(Frames frames) {
        return switch (frames) {
            case Cells(float[] values) -> values;
            case Tokens _ -> throw new IllegalStateException("a piano roll has cells");
        };
    }

    /** Cells [steps · pitches] as an image: high pitches above, time to the right: [pitches · steps]. */
    static float[] image(float[] cells, int pitches) {
        int steps = cells.length / pitches;
        float[] image = new float[cells.length];
        for (int step = 0; step < steps; step++) {
            for (int pitch = 0; pitch < pitches; pitch++) {
                image[(pitches - 1 - pitch) * steps + step] = cells[step * pitches + pitch];
            }
        }
        return image;
    }
}
