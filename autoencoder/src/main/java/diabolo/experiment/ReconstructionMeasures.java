package diabolo.experiment;

import diabolo.evaluation.NoteMetrics;
import diabolo.evaluation.WrongCells;
import diabolo.model.Autoencoder;
import diabolo.representation.PianoRoll;

/**
 * How well windows come back.
 *
 * @param wrongCells mean number of cells that differ, of all cells of a window
 * @param noteF1 0 to 1
 */
record ReconstructionMeasures(double wrongCells, double noteF1) {

    static ReconstructionMeasures of(Autoencoder network, PianoRoll roll, float[][] frames) {
        float[][] reconstructed = network.reconstruct(frames);
        return new ReconstructionMeasures(
                WrongCells.mean(frames, reconstructed),
                NoteMetrics.of(roll, frames, reconstructed).f1());
    }
}
