package diabolo.training;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a stage with the lowest held-out loss so far.
 *
 * <p>Not thread-safe; belongs to one training.
 */
final class BestWeights {

    private final HeldOut heldOut;
    private final RandomSource random;
    private final List<Double> losses;
    private List<NamedArray> weights;

    /** @param resumed what a checkpoint kept of it */
    BestWeights(HeldOut heldOut, RandomSource random, Optional<Checkpoint.Best> resumed) {
        this.heldOut = heldOut;
        this.random = random;
        this.losses = new ArrayList<>(resumed.map(Checkpoint.Best::losses).orElse(List.of()));
        this.weights = resumed.map(Checkpoint.Best::weights).orElse(List.of());
    }

    /** Measures a network once for each epoch, with the same samples of codes every time. */
    void measure(StageRun run, int epochsDone) {
        if (epochsDone < losses.size()) {
            return;
        }
        double loss = run.loss(heldOut.examples(), random);
        boolean isBest = losses.stream().allMatch(before -> loss < before);
        losses.add(loss);
        if (isBest) {
            weights = run.weights();
        }
    }

    boolean isTimeToStop() {
        return new EarlyStopping(heldOut.patienceEpochs(), 0).isTime(losses);
    }

    List<NamedArray> weights() {
        return weights;
    }

    Checkpoint.Best state() {
        return new Checkpoint.Best(losses, weights);
    }
}
