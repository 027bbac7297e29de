package diabolo.model;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The initial weights of a network.
 *
 * <pre>{@code
 * List<NamedArray> arrays = Initialization.GLOROT_SIGMOID.of(spec, RandomSource.of(1));
 * }</pre>
 *
 * <p>Biases start at zero. Weights are uniform in ± factor · √(6 / (inputs + outputs)) (Glorot and Bengio 2010, section
 * 4.2.1).
 *
 * @param factor 1 for tanh and linear units, 4 for sigmoid units, whose slope is four times smaller
 */
public record Initialization(double factor) {

    public static final Initialization GLOROT = new Initialization(1);
    public static final Initialization GLOROT_SIGMOID = new Initialization(4);

    /** The parameters of a dense autoencoder, by the names of {@link DenseAutoencoder}. */
    public List<NamedArray> of(DenseSpec spec, RandomSource random) {
        List<NamedArray> arrays = new ArrayList<>();
        for (int layer = 0; layer < spec.depth(); layer++) {
            int in = spec.sizes().get(layer);
            int out = spec.sizes().get(layer + 1);
            arrays.add(weight(ParameterNames.encoderWeight(layer), out, in, random.derive("encoder weight", layer)));
            arrays.add(zeros(ParameterNames.encoderBias(layer), out));
        }
        if (spec.bottleneck().isVariational()) {
            int in = spec.sizes().get(spec.depth() - 1);
            arrays.add(weight(ParameterNames.DEVIATION_WEIGHT, spec.codeSize(), in, random.derive("deviation weight")));
            arrays.add(zeros(ParameterNames.DEVIATION_BIAS, spec.codeSize()));
        }
        for (int layer = 0; layer < spec.depth(); layer++) {
            int in = spec.sizes().get(layer + 1);
            int out = spec.sizes().get(layer);
            if (spec.tying() == DenseSpec.Tying.UNTIED) {
                arrays.add(
                        weight(ParameterNames.decoderWeight(layer), out, in, random.derive("decoder weight", layer)));
            }
            arrays.add(zeros(ParameterNames.decoderBias(layer), out));
        }
        return arrays;
    }

    private NamedArray weight(String name, int out, int in, RandomSource random) {
        float bound = (float) (factor * Math.sqrt(6.0 / (in + out)));
        RandomGenerator generator = random.generator();
        float[] values = new float[Math.multiplyExact(out, in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = generator.nextFloat(-bound, bound);
        }
        return new NamedArray(name, new long[] {out, in}, values);
    }

    private static NamedArray zeros(String name, int size) {
        return new NamedArray(name, new long[] {size}, new float[size]);
    }
}
