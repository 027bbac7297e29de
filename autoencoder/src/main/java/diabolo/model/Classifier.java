package diabolo.model;

import static diabolo.note.Checks.requireBetween;

import diabolo.nn.DenseLayer;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A network from frames to classes, built from a {@link ClassifierSpec}.
 *
 * <pre>{@code
 * try (Trained trained = new Trainer(plan).train(Examples.classified(digits, labels), TrainingMonitor.SILENT)) {
 *     int[] guessed = trained.classifier().classify(others);
 * }
 * }</pre>
 *
 * <p>Owns native memory until closed.
 */
public final class Classifier implements TrainableNetwork {

    private static final int EXAMPLES_AT_ONCE =
            256; // as in autoencoders, so that an assembled network gives their bits
    private static final double MOMENTUM = 0.1; // of the averages that classifying uses, as usual
    private static final double LEAST_VARIANCE = 1e-5;

    private final ClassifierSpec spec;
    private final Parameters parameters;
    private final List<DenseLayer> hidden = new ArrayList<>();
    private final DenseLayer softmax;

    private Classifier(ClassifierSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        for (int layer = 0; layer < spec.layers(); layer++) {
            hidden.add(layer(ClassifierSpec.hidden(layer, "weight"), ClassifierSpec.hidden(layer, "bias")));
        }
        this.softmax = layer("softmax.weight", "softmax.bias");
    }

    private DenseLayer layer(String weight, String bias) {
        return new DenseLayer(parameters.tensor(weight), parameters.tensor(bias), spec.hidden());
    }

    /**
     * A network with given weights.
     *
     * @param weights by the names of {@link ClassifierSpec#shapes}
     * @throws IllegalArgumentException if one is missing, too many, or of another shape
     */
    public static Classifier of(ClassifierSpec spec, List<NamedArray> weights) {
        return new Classifier(spec, Parameters.of(new WeightCheck(spec).inOrder(weights)));
    }

    @Override
    public ClassifierSpec spec() {
        return spec;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Optional<Classifier> classifier() {
        return Optional.of(this);
    }

    /** The last layer: from the highest hidden states to the logits of the classes. */
    public DenseLayer softmaxLayer() {
        parameters.requireOpen();
        return softmax;
    }

    /**
     * The probabilities of all classes.
     *
     * @param frames [examples][frameSize]
     * @return [examples][classes]
     */
    public float[][] probabilities(float[][] frames) {
        return throughNetwork(frames, some -> torch.softmax(logits(some), 1));
    }

    /** The likeliest class of each frame [examples][frameSize]. */
    public int[] classify(float[][] frames) {
        return Arrays.stream(throughNetwork(frames, this::logits))
                .mapToInt(Classifier::greatest)
                .toArray();
    }

    /**
     * The states of a hidden layer.
     *
     * @param layer 0 for the one next to the frame
     * @param frames [examples][frameSize]
     * @return [examples][sizes[layer + 1]]
     */
    public float[][] states(int layer, float[][] frames) {
        return throughNetwork(frames, some -> states(some, layer + 1));
    }

    /**
     * The sums that the units of a layer are activated by.
     *
     * @param layer 1 for the hidden layer next to the frame; one more than there are for the logits
     * @param frames [examples][frameSize]
     * @return [examples][units]
     */
    public float[][] sums(int layer, float[][] frames) {
        return throughNetwork(frames, some -> sums(some, layer));
    }

    /** The share of frames that are classified as labelled. */
    public double accuracy(float[][] frames, int[] labels) {
        int[] guessed = classify(frames);
        long right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += guessed[i] == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private static int greatest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    @FunctionalInterface
    private interface Pass {
        Tensor of(Tensor frames);
    }

    private float[][] throughNetwork(float[][] frames, Pass pass) {
        parameters.requireOpen();
        float[][] results = new float[frames.length][];
        for (int from = 0; from < frames.length; from += EXAMPLES_AT_ONCE) {
            int to = Math.min(frames.length, from + EXAMPLES_AT_ONCE);
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                float[][] some = FrameTensors.toArrays(pass.of(FrameTensors.of(Arrays.copyOfRange(frames, from, to))));
                System.arraycopy(some, 0, results, from, some.length);
            }
        }
        return results;
    }

    /** The logits of the classes, differentiable: [batch, frameSize] to [batch, classes]. */
    public Tensor logits(Tensor frames) {
        parameters.requireOpen();
        return softmax.sums(states(frames, spec.layers()));
    }

    /** The sums of the units of a layer, 1 for the first, differentiable; of one more than there are the logits. */
    public Tensor sums(Tensor frames, int layer) {
        requireBetween("layer", layer, 1, spec.layers() + 1);
        if (layer > spec.layers()) {
            return logits(frames);
        }
        return normalized(layer - 1, hidden.get(layer - 1).sums(states(frames, layer - 1)), false);
    }

    /** The states of the first hidden layers, differentiable; of none of them the frames themselves. */
    private Tensor states(Tensor frames, int layers) {
        Tensor states = frames;
        for (int layer = 0; layer < layers; layer++) {
            states = forward(layer, states, false);
        }
        return states;
    }

    /**
     * The logits in training: with dropout, and normalized by the batch, whose averages are kept.
     *
     * @param random of dropout
     */
    public Tensor logitsInTraining(Tensor frames, RandomSource random) {
        parameters.requireOpen();
        Tensor states = withDropout(frames, spec.dropout().ofInputs(), random.derive("inputs"));
        for (int layer = 0; layer < spec.layers(); layer++) {
            states = withDropout(
                    forward(layer, states, true), spec.dropout().ofHidden(), random.derive("hidden", layer));
        }
        return softmax.sums(states);
    }

    private Tensor forward(int layer, Tensor below, boolean inTraining) {
        Tensor sums = normalized(layer, hidden.get(layer).sums(below), inTraining);
        Tensor states = spec.hidden().of(sums); // [batch, sizes[layer + 1]]
        boolean adds =
                spec.residual() && spec.sizes().get(layer).equals(spec.sizes().get(layer + 1));
        return adds ? states.add(below) : states;
    }

    /** Over the batch, or by the averages. One example has no variance, so it is normalized by the averages. */
    private Tensor normalized(int layer, Tensor sums, boolean inTraining) {
        if (!spec.batchNormalization()) {
            return sums;
        }
        return torch.batch_norm(
                sums,
                optional(layer, "scale"),
                optional(layer, "shift"),
                optional(layer, "mean"),
                optional(layer, "variance"),
                inTraining && sums.size(0) > 1,
                MOMENTUM,
                LEAST_VARIANCE,
                false);
    }

    private TensorOptional optional(int layer, String what) {
        Tensor tensor = parameters.tensor(ClassifierSpec.hidden(layer, what));
        boolean isLearned = what.equals("scale") || what.equals("shift");
        return new TensorOptional(isLearned ? tensor : tensor.detach());
    }

    private static Tensor withDropout(Tensor states, double share, RandomSource random) {
        if (share == 0) {
            return states;
        }
        Tensor kept = torch.empty_like(states.detach()).bernoulli_(1 - share, random.tensorGenerator());
        return states.mul(kept.div_(new Scalar(1 - share)));
    }

    @Override
    public void close() {
        parameters.close();
    }
}
