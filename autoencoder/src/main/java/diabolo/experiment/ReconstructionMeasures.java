package diabolo.experiment;

import diabolo.evaluation.NoteMetrics;
import diabolo.evaluation.WrongCells;
import diabolo.model.Autoencoder;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.util.List;

/**
 * How well windows come back.
 *
 * @param wrongCells mean number of cells that differ, of all cells of a window
 * @param noteF1 0 to 1
 */
record ReconstructionMeasures(double wrongCells, double noteF1) {

    static ReconstructionMeasures of(Autoencoder network, PianoRoll roll, List<? extends Frames> frames) {
        List<Frames> reconstructed = network.reconstruct(frames);
        return new ReconstructionMeasures(
                WrongCells.mean(roll, frames, reconstructed),
                NoteMetrics.of(roll, frames, reconstructed).f1());
    }
}
