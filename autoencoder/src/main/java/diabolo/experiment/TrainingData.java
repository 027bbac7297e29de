package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Window;
import diabolo.model.Memory;
import java.util.List;

/**
 * A corpus split by piece into what is learned from and what is held out, with its windows as the arrays that networks take.
 *
 * <pre>{@code
 * TrainingData data = TrainingData.split(corpus, 0.15, 1);
 * network.reconstruct(data.heldOutFrames());
 * }</pre>
 */
public record TrainingData(Corpus corpus, PieceSplit pieces, List<Window> training, List<Window> heldOut) {

    /**
     * Splits a corpus.
     *
     * @param heldOutShare 0 to learn from every piece
     */
    public static TrainingData split(Corpus corpus, double heldOutShare, long seed) {
        PieceSplit pieces = heldOutShare == 0
                ? new PieceSplit(java.util.Set.copyOf(corpus.pieceNames()), java.util.Set.of())
                : PieceSplit.random(corpus, heldOutShare, seed);
        return new TrainingData(
                corpus, pieces, corpus.windowsOf(pieces.training()), corpus.windowsOf(pieces.heldOut()));
    }

    /** [windows][cells]. */
    public float[][] trainingFrames() {
        return frames(training);
    }

    /** [windows][cells]; none where nothing is held out. */
    public float[][] heldOutFrames() {
        return frames(heldOut);
    }

    /** The distinct windows that are learned from, each where it stands first. */
    public List<Window> distinctTraining() {
        return Corpus.distinct(training).stream().map(DistinctWindow::window).toList();
    }

    static float[][] frames(List<Window> windows) {
        return windows.stream().map(Window::cells).toArray(float[][]::new);
    }

    static List<Memory.Place> places(List<Window> windows) {
        return windows.stream()
                .map(window -> new Memory.Place(window.piece(), window.firstStep()))
                .toList();
    }
}
