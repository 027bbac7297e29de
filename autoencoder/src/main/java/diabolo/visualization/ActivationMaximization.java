package diabolo.visualization;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.Classifier;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Inputs of a given length that make units of a classifier most active, by gradient ascent (Erhan, Bengio, Courville and Vincent
 * 2009, "Visualizing higher-layer features of a deep network", section 3.1).
 *
 * <pre>{@code
 * float[][] images = new ActivationMaximization(classifier, 9, 200).inputs(2, new int[] {0, 1, 2}, RandomSource.of(1));
 * }</pre>
 *
 * <p>What is made great is the sum that a unit's activation is of, which has no limit where a sigmoid has. Of the first layer the
 * result is known: the unit's weights, scaled to the length.
 *
 * @param length of an input, as the root of its squares, above 0
 * @param steps 1 to 100,000
 */
public record ActivationMaximization(Classifier classifier, double length, int steps) {

    /** Of the length of the input that a step moves. */
    private static final double FIRST_STEP = 0.1;

    private static final double TINY = 1e-12;

    public ActivationMaximization {
        require(length > 0, "the length of an input must be above 0, was " + length);
        requireBetween("steps", steps, 1, 100_000);
    }

    /**
     * One input for each unit.
     *
     * @param layer 1 for the hidden layer next to the frame; one more than there are for the softmax
     * @param units of that layer, from 0
     * @param random of the beginnings
     * @return [units][frameSize]
     */
    public float[][] inputs(int layer, int[] units, RandomSource random) {
        try (TensorScope _ = TensorScope.open()) {
            Tensor inputs = scaled(torch.empty(units.length, classifier.spec().frameSize())
                    .normal_(0, 1, random.tensorGenerator())); // [units, frameSize]
            Tensor chosen = chosen(layer, units); // [units, size of the layer]
            for (int step = 0; step < steps; step++) {
                inputs = climbed(inputs, layer, chosen, FIRST_STEP * length * (steps - step) / steps);
            }
            return FrameTensors.toArrays(inputs);
        }
    }

    private Tensor chosen(int layer, int[] units) {
        int size = layer > classifier.spec().layers()
                ? classifier.spec().classes()
                : classifier.spec().sizes().get(layer);
        float[][] rows = new float[units.length][size];
        for (int i = 0; i < units.length; i++) {
            requireBetween("unit", units[i], 0, size - 1);
            rows[i][units[i]] = 1;
        }
        return FrameTensors.of(rows);
    }

    /** A step of equal size for each input, then back to the length. */
    private Tensor climbed(Tensor inputs, int layer, Tensor chosen, double step) {
        try (TensorScope scope = TensorScope.open()) {
            Tensor leaf = inputs.detach().clone().requires_grad_(true);
            classifier.sums(leaf, layer).mul(chosen).sum().backward();
            Tensor direction = unit(leaf.grad());
            return scope.handOut(scaled(inputs.detach().add(direction, new Scalar(step))));
        }
    }

    private Tensor scaled(Tensor inputs) {
        return unit(inputs).mul_(new Scalar(length));
    }

    private static Tensor unit(Tensor rows) {
        Tensor lengths = rows.square().sum(1).sqrt().clamp_min(new Scalar(TINY)); // [rows]
        return rows.div(lengths.unsqueeze(1));
    }
}
