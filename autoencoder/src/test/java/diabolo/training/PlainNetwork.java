package diabolo.training;

import diabolo.model.DenseSpec;
import diabolo.nn.Activation;
import diabolo.tensor.NamedArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A dense autoencoder from its definition, in loops over doubles: the reference for libtorch. */
final class PlainNetwork {

    private final DenseSpec spec;
    private final Map<String, double[]> weights = new HashMap<>();

    PlainNetwork(DenseSpec spec, List<NamedArray> arrays) {
        this.spec = spec;
        for (NamedArray array : arrays) {
            double[] values = new double[array.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = array.values()[i];
            }
            weights.put(array.name(), values);
        }
    }

    private double[] named(String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    void change(String name, int index, double by) {
        named(name)[index] += by;
    }

    double[] encode(float[] frame) {
        double[] states = new double[frame.length];
        for (int i = 0; i < frame.length; i++) {
            states[i] = frame[i];
        }
        for (int layer = 0; layer < spec.depth(); layer++) {
            double[] sums =
                    sums(named("encoder." + layer + ".weight"), named("encoder." + layer + ".bias"), states, false);
            states = activate(spec.encoderActivation(layer), sums);
        }
        return states;
    }

    /** The deviations of a Gaussian bottleneck: softplus of the second output layer. */
    double[] deviation(float[] frame) {
        double[] states = new double[frame.length];
        for (int i = 0; i < frame.length; i++) {
            states[i] = frame[i];
        }
        for (int layer = 0; layer < spec.depth() - 1; layer++) {
            double[] sums =
                    sums(named("encoder." + layer + ".weight"), named("encoder." + layer + ".bias"), states, false);
            states = activate(spec.encoderActivation(layer), sums);
        }
        double[] deviation = sums(named("deviation.weight"), named("deviation.bias"), states, false);
        for (int unit = 0; unit < deviation.length; unit++) {
            deviation[unit] = Math.log1p(Math.exp(deviation[unit]));
        }
        return deviation;
    }

    double[] decodeSums(double[] code) {
        double[] states = code;
        for (int layer = spec.depth() - 1; layer >= 0; layer--) {
            boolean tied = spec.tying() == DenseSpec.Tying.TIED;
            double[] sums = sums(
                    named((tied ? "encoder." : "decoder.") + layer + ".weight"),
                    named("decoder." + layer + ".bias"),
                    states,
                    tied);
            states = layer == 0 ? sums : activate(spec.decoderActivation(layer), sums);
        }
        return states;
    }

    double[] output(double[] sums) {
        return activate(spec.output(), sums);
    }

    private static double[] sums(double[] weight, double[] bias, double[] input, boolean transposed) {
        double[] sums = bias.clone();
        for (int out = 0; out < sums.length; out++) {
            for (int in = 0; in < input.length; in++) {
                sums[out] +=
                        input[in] * (transposed ? weight[in * sums.length + out] : weight[out * input.length + in]);
            }
        }
        return sums;
    }

    private static double[] activate(Activation activation, double[] sums) {
        double[] states = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            states[i] = switch (activation) {
                case SIGMOID -> 1 / (1 + Math.exp(-sums[i]));
                case RELU -> Math.max(0, sums[i]);
                case TANH -> Math.tanh(sums[i]);
                case LINEAR -> sums[i];
            };
        }
        return states;
    }
}
