package diabolo.evaluation;

import static diabolo.note.Checks.require;

import java.util.ArrayList;
import java.util.BitSet;
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

    private static final float THRESHOLD = 0.5f;

    /**
     * The closest training window.
     *
     * @param similarity 0 to 1; 0 for a silent piece
     * @param index of the window among those that were given; -1 for a silent piece
     */
    public record Closest(double similarity, int index) {}

    private final List<BitSet> windows;

    private Originality(List<BitSet> windows) {
        this.windows = windows;
    }

    /**
     * Measures against windows.
     *
     * @param training [windows][cells], a cell above one half being active; one or more
     */
    public static Originality against(float[][] training) {
        require(training.length > 0, "originality is measured against at least one window, there was none");
        List<BitSet> windows = new ArrayList<>(training.length);
        for (float[] window : training) {
            windows.add(active(window));
        }
        return new Originality(windows);
    }

    /** The window that has most of a piece. */
    public Closest closest(float[] cells) {
        BitSet piece = active(cells);
        if (piece.isEmpty()) {
            return new Closest(0, -1);
        }
        int most = -1;
        int index = -1;
        for (int window = 0; window < windows.size(); window++) {
            int common = common(piece, windows.get(window));
            if (common > most) {
                most = common;
                index = window;
            }
        }
        return new Closest((double) most / piece.cardinality(), index);
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
        List<BitSet> windows = against(frames).windows;
        List<Double> similarities = new ArrayList<>();
        for (int window = 0; window < frames.length; window++) {
            int most = -1;
            for (int other = 0; other < frames.length; other++) {
                if (!pieces.get(other).equals(pieces.get(window))) {
                    most = Math.max(most, common(windows.get(window), windows.get(other)));
                }
            }
            int active = windows.get(window).cardinality();
            if (most >= 0 && active > 0) {
                similarities.add((double) most / active);
            }
        }
        return new SimilarityDistribution(similarities);
    }

    private static int common(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }

    private static BitSet active(float[] cells) {
        BitSet active = new BitSet(cells.length);
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > THRESHOLD) {
                active.set(cell);
            }
        }
        return active;
    }
}
