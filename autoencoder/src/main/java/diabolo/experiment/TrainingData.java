package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Window;
import diabolo.model.Memory;
import diabolo.report.Music;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A corpus split by piece into what is learned from and what is held out, none of which stands in what is learned from too, with
 * its windows as networks take them.
 *
 * <pre>{@code
 * TrainingData data = TrainingData.split(corpus, 0.15, 1);
 * network.reconstruct(data.heldOutFrames());
 * }</pre>
 */
public record TrainingData(Corpus corpus, PieceSplit pieces, List<Window> training, List<Window> heldOut) {

    private static final String TEST = "test-";

    /**
     * Splits a corpus.
     *
     * @param heldOutShare 0 to learn from every piece
     */
    public static TrainingData split(Corpus corpus, double heldOutShare, long seed) {
        PieceSplit pieces = heldOutShare == 0
                ? new PieceSplit(Set.copyOf(corpus.pieceNames()), Set.of())
                : PieceSplit.random(corpus, heldOutShare, seed);
        return of(corpus, pieces);
    }

    /**
     * The split that a benchmark comes with: held out are the pieces called {@code test-...}, and those of the others that
     * share windows with them.
     *
     * @return empty where no piece is called so
     */
    static Optional<TrainingData> splitAsPublished(Corpus corpus) {
        Set<String> test = corpus.pieceNames().stream()
                .filter(name -> name.startsWith(TEST))
                .collect(Collectors.toSet());
        return test.isEmpty() ? Optional.empty() : Optional.of(of(corpus, PieceSplit.named(corpus, test)));
    }

    private static TrainingData of(Corpus corpus, PieceSplit pieces) {
        List<Window> training = corpus.windowsOf(pieces.training());
        List<Window> heldOut = Corpus.unseen(corpus.windowsOf(pieces.heldOut()), training);
        return new TrainingData(corpus, pieces, training, heldOut);
    }

    /** As reports take it. */
    Music music(double beatsPerMinute) {
        return new Music(corpus, pieces, training, heldOut, beatsPerMinute);
    }

    public List<Frames> trainingFrames() {
        return frames(training);
    }

    /** None where nothing is held out. */
    public List<Frames> heldOutFrames() {
        return frames(heldOut);
    }

    /** The distinct windows that are learned from, each where it stands first. */
    public List<Window> distinctTraining() {
        return Corpus.distinct(training).stream().map(DistinctWindow::window).toList();
    }

    static List<Frames> frames(List<Window> windows) {
        return windows.stream().map(Window::frames).toList();
    }

    /** The windows as the numbers that a training takes: [windows][cells]. */
    static float[][] numbers(List<Window> windows) {
        return windows.stream().map(TrainingData::numbers).toArray(float[][]::new);
    }

    private static float[] numbers(Window window) {
        return switch (window.frames()) {
            case Cells cells -> cells.values();
            case Tokens _ -> throw new IllegalArgumentException("a window of tokens has no cells");
        };
    }

    static List<Memory.Place> places(List<Window> windows) {
        return windows.stream()
                .map(window -> new Memory.Place(window.piece(), window.firstStep()))
                .toList();
    }
}
