package diabolo.evaluation;

import static diabolo.note.Checks.require;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a piece stands in the music that was learned from, after Sun (2015): the share of its active cells that are
 * active in the training window closest to it.
 *
 * <pre>{@code
 * Originality originality = Originality.against(places, trainingFrames);
 * Originality.Closest closest = originality.closest(cells);
 * closest.similarity(); // 0.58: more than half of what sounds, sounds there too
 * closest.index();      // which window that is
 * }</pre>
 *
 * <p>Real music overlaps with real music too, so a figure means little without that of real windows: {@link #ofOthers}.
 * Immutable and thread-safe.
 */
public final class Originality {

    /**
     * The closest training window.
     *
     * @param similarity 0 to 1; 0 for a silent piece
     * @param index of the window among those that were given; -1 for a silent piece
     */
    public record Closest(double similarity, int index) {}

    private final List<ActiveCells> windows;

    private Originality(List<ActiveCells> windows) {
        this.windows = windows;
    }

    /**
     * Measures against windows.
     *
     * @param training [windows][cells], a cell above one half being active; one or more
     */
    public static Originality against(float[][] training) {
        require(training.length > 0, "originality is measured against at least one window, there was none");
        List<ActiveCells> windows = new ArrayList<>(training.length);
        for (float[] window : training) {
            windows.add(ActiveCells.of(window));
        }
        return new Originality(windows);
    }

    /**
     * The window that has most of a piece; of several, the first.
     *
     * @throws IllegalArgumentException if the piece has more or fewer cells than the windows
     */
    public Closest closest(float[] cells) {
        ActiveCells piece = ActiveCells.of(cells);
        if (piece.count() == 0) {
            return new Closest(0, -1);
        }
        int most = -1;
        int index = -1;
        for (int window = 0; window < windows.size(); window++) {
            int common = piece.common(windows.get(window));
            if (common > most) {
                most = common;
                index = window;
            }
        }
        return new Closest((double) most / piece.count(), index);
    }

    /** The similarities of many pieces. Silent ones, of which nothing can be said, are left out. */
    public SimilarityDistribution of(float[][] pieces) {
        List<Double> similarities = new ArrayList<>();
        for (float[] piece : pieces) {
            Closest closest = closest(piece);
            if (closest.index() >= 0) {
                similarities.add(closest.similarity());
            }
        }
        return new SimilarityDistribution(similarities);
    }

    /**
     * How much real windows overlap with those of other pieces: the honest baseline.
     *
     * @param pieces for each window the name of its piece
     * @param frames [windows][cells]
     */
    public static SimilarityDistribution ofOthers(List<String> pieces, float[][] frames) {
        require(
                pieces.size() == frames.length,
                "every window needs its piece: %d windows, %d names".formatted(frames.length, pieces.size()));
        List<ActiveCells> windows = against(frames).windows;
        List<Double> similarities = new ArrayList<>();
        for (int window = 0; window < frames.length; window++) {
            int most = -1;
            for (int other = 0; other < frames.length; other++) {
                if (!pieces.get(other).equals(pieces.get(window))) {
                    most = Math.max(most, windows.get(window).common(windows.get(other)));
                }
            }
            int active = windows.get(window).count();
            if (most >= 0 && active > 0) {
                similarities.add((double) most / active);
            }
        }
        return new SimilarityDistribution(similarities);
    }

    /**
     * Windows with nothing but the cells in which a tone begins. Measured on them, similarity is stricter: a long chord
     * that two pieces share no longer counts as many cells.
     *
     * @param frames [windows][steps × cellsPerStep]
     * @return as many windows, of as many cells, each 0 or 1
     */
    public static float[][] onsets(float[][] frames, int cellsPerStep) {
        float[][] onsets = new float[frames.length][];
        for (int window = 0; window < frames.length; window++) {
            float[] frame = frames[window];
            onsets[window] = new float[frame.length];
            for (int cell = 0; cell < frame.length; cell++) {
                boolean sounded = cell >= cellsPerStep && frame[cell - cellsPerStep] > ActiveCells.THRESHOLD;
                onsets[window][cell] = frame[cell] > ActiveCells.THRESHOLD && !sounded ? 1 : 0;
            }
        }
        return onsets;
    }
}
