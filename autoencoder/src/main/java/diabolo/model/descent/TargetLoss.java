package diabolo.model.descent;

import diabolo.tensor.FrameTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The loss of decodings against {@link CellTargets}, with a gradient everywhere.
 *
 * <p>A cell that must sound costs softplus(margin - x), where x is its excess over the threshold in log-odds: a hinge that has a
 * gradient where a sigmoid saturates, and none for cells beyond the margin. Onsets of the highest line are counted softly: a cell
 * is one as far as it sounds, did not a step before, and nothing above it does. Their weight comes from a count on the decoded
 * music, since a sum of many small probabilities is a poor estimate. A weak penalty ties a code to its start, so that a search
 * changes no more than needed.
 */
final class TargetLoss {

    /** In log-odds: a probability of 0.73. */
    private static final double MARGIN = 1;

    private static final double ANCHOR_WEIGHT = 0.02;

    private final Tensor weights; // [cells]
    private final Tensor signs; // [cells]
    private final Tensor anchors; // [starts, codeSize]
    private final int cellsPerStep;
    private final int steps;

    TargetLoss(CellTargets targets, Tensor anchors) {
        Tensor directions = FrameTensors.of(targets.directions(), targets.directions().length);
        this.weights = directions.abs();
        this.signs = directions.sign();
        this.anchors = anchors;
        this.cellsPerStep = targets.cellsPerStep();
        this.steps = targets.directions().length / cellsPerStep;
    }

    /**
     * The sum over all starts: [].
     *
     * @param codes [starts, codeSize]
     * @param excess [starts, cells]
     * @param onsetWeights of the soft onset count of each start: [starts]
     */
    Tensor of(Tensor codes, Tensor excess, float[] onsetWeights) {
        Tensor hinge = torch.softplus(signs.mul(excess).neg().add(new Scalar(MARGIN))); // [starts, cells]
        Tensor moved = codes.sub(anchors); // [starts, codeSize]
        Tensor loss = hinge.mul(weights).sum().add(moved.mul(moved).sum().mul(new Scalar(ANCHOR_WEIGHT)));
        boolean weighted = false;
        for (float weight : onsetWeights) {
            weighted |= weight != 0;
        }
        return weighted
                ? loss.sub(onsets(excess)
                        .mul(FrameTensors.of(onsetWeights, onsetWeights.length))
                        .sum())
                : loss;
    }

    /** The soft count of onsets of the highest line: [starts]. */
    private Tensor onsets(Tensor excess) {
        long starts = excess.size(0);
        Tensor cells = excess.view(starts, steps, cellsPerStep); // [starts, steps, pitches]
        Tensor sounding = torch.sigmoid(cells);
        Tensor silentLog = torch.softplus(cells).neg(); // the logarithm of 1 - sounding
        Tensor before = torch.cat( // a step before
                new TensorVector(torch.zeros(starts, 1, cellsPerStep), sounding.narrow(1, 0, steps - 1)), 1);
        Tensor silentFromHere = torch.flip(torch.cumsum(torch.flip(silentLog, 2), 2), 2);
        Tensor nothingAbove = torch.exp(silentFromHere.sub(silentLog));
        return sounding.mul(before.neg().add(new Scalar(1))).mul(nothingAbove).sum(1, 2);
    }
}
