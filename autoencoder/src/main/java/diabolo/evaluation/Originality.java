package diabolo.evaluation;

import static diabolo.note.Checks.require;

import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The similarity of a piece to the training music, after Sun (2015): the share of its active cells that are active in the most
 * similar training window.
 *
 * <pre>{@code
 * Originality originality = Originality.against(PianoRoll.DEEPHEAR, trainingWindows);
 * Originality.Closest closest = originality.closest(window);
 * closest.similarity(); // 0.58: more than half of its cells are active there too
 * closest.index();      // which window that is
 * }</pre>
 *
 * <p>Real music overlaps with real music too, so a figure means little without that of real windows: {@link #ofOthers}.
 * Immutable and thread-safe.
 */
public final class Originality {

    /**
     * The most similar training window.
     *
     * @param similarity 0 to 1; 0 for a silent piece
     * @param index of the window among those that were given; -1 for a silent piece
     */
    public record Closest(double similarity, int index) {}

    private final Representation representation;
    private final List<ActiveCells> windows;

    private Originality(Representation representation, List<ActiveCells> windows) {
        this.representation = representation;
        this.windows = windows;
    }

    /**
     * Measures against windows.
     *
     * @param training one or more
     */
    public static Originality against(Representation representation, List<? extends Frames> training) {
        return against(representation, training.stream());
    }

    /** The same for windows that are not kept. */
    public static Originality against(Representation representation, Stream<? extends Frames> training) {
        List<ActiveCells> windows =
                training.map(window -> ActiveCells.of(representation, window)).toList();
        require(!windows.isEmpty(), "originality is measured against at least one window, there was none");
        return new Originality(representation, windows);
    }

    /**
     * The window that has most of a piece; of several, the first.
     *
     * @throws IllegalArgumentException if the piece is of another representation than the windows
     */
    public Closest closest(Frames window) {
        ActiveCells piece = ActiveCells.of(representation, window);
        if (piece.count() == 0) {
            return new Closest(0, -1);
        }
        int most = -1;
        int index = -1;
        for (int number = 0; number < windows.size(); number++) {
            int common = piece.common(windows.get(number));
            if (common > most) {
                most = common;
                index = number;
            }
        }
        return new Closest((double) most / piece.count(), index);
    }

    /** The similarities of many pieces. Silent ones, of which nothing can be said, are left out. */
    public SimilarityDistribution of(List<? extends Frames> pieces) {
        List<Double> similarities = new ArrayList<>();
        for (Frames piece : pieces) {
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
     */
    public static SimilarityDistribution ofOthers(
            Representation representation, List<String> pieces, List<? extends Frames> frames) {
        require(
                pieces.size() == frames.size(),
                "every window needs its piece: %d windows, %d names".formatted(frames.size(), pieces.size()));
        List<ActiveCells> windows = against(representation, frames).windows;
        List<Double> similarities = new ArrayList<>();
        for (int window = 0; window < frames.size(); window++) {
            int most = -1;
            for (int other = 0; other < frames.size(); other++) {
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
     * @return as many windows
     */
    public static List<Frames> onsets(PianoRoll roll, List<? extends Frames> windows) {
        return windows.stream().map(window -> onsets(roll, window)).toList();
    }

    private static Frames onsets(PianoRoll roll, Frames window) {
        BitSet sounding = roll.sounding(window);
        BitSet onsets = new BitSet(roll.cells());
        sounding.stream()
                .filter(cell -> cell < roll.pitches() || !sounding.get(cell - roll.pitches()))
                .forEach(onsets::set);
        return roll.ofSounding(onsets);
    }
}
