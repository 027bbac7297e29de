package diabolo.model;

import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/**
 * The initial weights of a recurrent autoencoder, as in MusicVAE's code: Glorot's uniform for LSTM, output and NADE layers, the
 * forget gates' biases 1, and N(0, 0.001²) for the layers around the bottleneck, so that training begins near the prior.
 *
 * <p>In hierarchies the layers of initial states, and the inputs of the encoder's upper levels, start larger. Else gradients vanish
 * between the levels, and with thousands of updates instead of a hundred thousand the decoder learns to ignore the code.
 */
final class RecurrentInitialization {

    private static final double BOTTLENECK_DEVIATION = 0.001;
    private static final double BETWEEN_LEVELS = 4; // times Glorot's bound

    private RecurrentInitialization() {}

    /** @param factor times Glorot's bound; 1 as in MusicVAE */
    static List<NamedArray> of(RecurrentSpec spec, double factor, RandomSource random) {
        return spec.shapes().entrySet().stream()
                .map(entry -> array(spec, entry.getKey(), entry.getValue(), factor, random.derive(entry.getKey())))
                .toList();
    }

    private static NamedArray array(RecurrentSpec spec, String name, long[] shape, double factor, RandomSource random) {
        RandomGenerator generator = random.generator();
        if (name.endsWith(".input") || name.endsWith(".recurrent")) {
            long units = shape[0] / 4;
            double gain = readsSegments(spec, name) ? BETWEEN_LEVELS * factor : factor;
            return filled(name, shape, glorot(generator, units + shape[1] + shape[0], gain));
        }
        if (name.endsWith("output.weight") || name.contains(".nade.")) {
            return filled(name, shape, glorot(generator, shape[0] + shape[1], factor));
        }
        if (name.endsWith("initial.weight") && spec.decoder() instanceof RecurrentSpec.Hierarchical) {
            return filled(name, shape, glorot(generator, shape[0] + shape[1], BETWEEN_LEVELS * factor));
        }
        if (name.endsWith(".weight")) {
            return filled(name, shape, () -> BOTTLENECK_DEVIATION * generator.nextGaussian());
        }
        NamedArray bias = filled(name, shape, () -> 0);
        if (name.endsWith(".forward.bias") || name.endsWith(".backward.bias")) {
            int units = bias.values().length / 4;
            java.util.Arrays.fill(bias.values(), units, 2 * units, 1);
        }
        return bias;
    }

    private static boolean readsSegments(RecurrentSpec spec, String name) {
        return spec.encoderLevels().stream()
                .skip(1)
                .anyMatch(level -> name.equals(level + ".0.forward.input") || name.equals(level + ".0.backward.input"));
    }

    private static DoubleSupplier glorot(RandomGenerator generator, long inAndOut, double gain) {
        double bound = gain * Math.sqrt(6.0 / inAndOut);
        return () -> generator.nextDouble(-bound, bound);
    }

    private static NamedArray filled(String name, long[] shape, DoubleSupplier numbers) {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.getAsDouble();
        }
        return new NamedArray(name, shape, values);
    }
}
