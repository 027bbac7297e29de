package diabolo.model;

import diabolo.tensor.FrameTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * How far decodings are from wishes, with a slope wherever they are.
 *
 * <p>A cell that shall sound costs softplus(margin - x), where x is its excess over the threshold in log-odds: that still pulls
 * where a sigmoid has long gone flat, and leaves a cell alone that is safely on its side. Onsets of the highest line are counted
 * softly: a cell is one as far as it sounds, did not a step before, and nothing above it does; by how much there are too many
 * or too few says who counts them on the music itself, since a sum of many small probabilities says little of it. A code is held
 * by a weak spring to where it began, so that a search changes no more than it must.
 */
final class TargetLoss {

    /** In log-odds: a probability of 0.73. */
    private static final double MARGIN = 1;

    private static final double SPRING = 0.02;

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
     * @param pushes how strongly each start's line is to get more onsets: [starts]
     */
    Tensor of(Tensor codes, Tensor excess, float[] pushes) {
        Tensor astray = torch.softplus(signs.mul(excess).neg().add(new Scalar(MARGIN))); // [starts, cells]
        Tensor way = codes.sub(anchors); // [starts, codeSize]
        Tensor loss = astray.mul(weights).sum().add(way.mul(way).sum().mul(new Scalar(SPRING)));
        boolean pushed = false;
        for (float push : pushes) {
            pushed |= push != 0;
        }
        return pushed
                ? loss.sub(onsets(excess)
                        .mul(FrameTensors.of(pushes, pushes.length))
                        .sum())
                : loss;
    }

    /** How many notes of the highest line begin: [starts]. */
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
