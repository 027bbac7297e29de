package diabolo.report;

import diabolo.evaluation.NoteMetrics;
import diabolo.evaluation.WrongCells;
import diabolo.model.Autoencoder;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.util.List;

/**
 * How well windows of piano roll are reconstructed.
 *
 * @param wrongCells mean number of cells that differ, of all cells of a window
 * @param noteF1 0 to 1
 */
public record RollMeasures(double wrongCells, double noteF1) {

    public static RollMeasures of(Autoencoder network, PianoRoll roll, List<Frames> frames) {
        List<Frames> reconstructed = network.reconstruct(frames);
        return new RollMeasures(
                WrongCells.mean(roll, frames, reconstructed),
                NoteMetrics.of(roll, frames, reconstructed).f1());
    }
}
