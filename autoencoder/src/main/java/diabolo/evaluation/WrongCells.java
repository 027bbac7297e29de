package diabolo.evaluation;

import static diabolo.note.Checks.require;

/**
 * How many cells of a roll come back wrong: the measure of Sun (2015), who reports about 10 of 5,000.
 *
 * <pre>{@code
 * WrongCells.mean(frames, network.reconstruct(frames)); // 0.6
 * WrongCells.ofSilence(frames);                         // 251.9: what a network that says nothing would get
 * }</pre>
 *
 * <p>Most cells are silent, so a small share of wrong cells says little: hold it against silence, and see {@link NoteMetrics}.
 */
public final class WrongCells {

    private static final float THRESHOLD = 0.5f;

    private WrongCells() {}

    /**
     * The mean number of cells of a window that are active in one and not in the other; active is what lies above one half.
     *
     * @param frames [windows][cells]
     * @param reconstructed [windows][cells]
     * @throws IllegalArgumentException if there are no windows, or the two differ in number
     */
    public static double mean(float[][] frames, float[][] reconstructed) {
        require(
                frames.length > 0 && frames.length == reconstructed.length,
                "as many reconstructions as windows are needed, and at least one: %d windows, %d reconstructions"
                        .formatted(frames.length, reconstructed.length));
        long wrong = 0;
        for (int window = 0; window < frames.length; window++) {
            for (int cell = 0; cell < frames[window].length; cell++) {
                wrong += frames[window][cell] > THRESHOLD != reconstructed[window][cell] > THRESHOLD ? 1 : 0;
            }
        }
        return (double) wrong / frames.length;
    }

    /** What a network that is always silent would get: the mean number of active cells. */
    public static double ofSilence(float[][] frames) {
        return mean(frames, new float[frames.length][frames.length == 0 ? 0 : frames[0].length]);
    }
}
