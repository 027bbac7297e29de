package diabolo.evaluation;

import static diabolo.note.Checks.require;

import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * How many cells of a roll come back wrong: the measure of Sun (2015), who reports about 10 of 5,000.
 *
 * <pre>{@code
 * WrongCells.mean(roll, windows, network.reconstruct(windows)); // 0.6
 * WrongCells.ofSilence(roll, windows);                         // 251.9: what a network that says nothing would get
 * }</pre>
 *
 * <p>Most cells are silent, so a small share of wrong cells says little: hold it against silence, and see {@link NoteMetrics}.
 */
public final class WrongCells {

    private WrongCells() {}

    /**
     * The mean number of cells of a window that sound in one and not in the other.
     *
     * @throws IllegalArgumentException if there are no windows, or the two differ in number
     */
    public static double mean(
            Representation representation, List<? extends Frames> windows, List<? extends Frames> reconstructed) {
        require(
                !windows.isEmpty() && windows.size() == reconstructed.size(),
                "as many reconstructions as windows are needed, and at least one: %d windows, %d reconstructions"
                        .formatted(windows.size(), reconstructed.size()));
        long wrong = 0;
        for (int window = 0; window < windows.size(); window++) {
            BitSet cells = representation.sounding(windows.get(window));
            cells.xor(representation.sounding(reconstructed.get(window)));
            wrong += cells.cardinality();
        }
        return (double) wrong / windows.size();
    }

    /** What a network that is always silent would get: the mean number of active cells. */
    public static double ofSilence(Representation representation, List<? extends Frames> windows) {
        return mean(representation, windows, Collections.nCopies(windows.size(), representation.silence()));
    }
}
