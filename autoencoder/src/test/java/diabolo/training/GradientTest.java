package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.Initialization;
import diabolo.nn.Activation;
import diabolo.nn.Adam;
import diabolo.nn.Loss;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forward pass, losses, gradients and Adam against plain arithmetic in double precision. */
class GradientTest {

    private static final RandomSource CHANCE = RandomSource.of(1);
    private static final List<Integer> SIZES = List.of(5, 4, 2);
    private static final List<Loss> LOSSES = List.of(Loss.BINARY_CROSS_ENTROPY, Loss.SQUARED_ERROR);
    private static final float[][] FRAMES = {{1, 0, 1, 0, 0}, {0, 1, 1, 0, 1}, {0, 0, 0, 1, 0}};

    static List<DenseSpec> specs() {
        List<DenseSpec> specs = new ArrayList<>();
        for (Activation hidden : Activation.values()) {
            for (DenseSpec.Tying tying : DenseSpec.Tying.values()) {
                specs.add(new DenseSpec(SIZES, hidden, hidden, Activation.SIGMOID, tying));
            }
        }
        return specs;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void encodingAndDecodingFollowTheDefinition(DenseSpec spec) {
        try (DenseAutoencoder network = network(spec)) {
            PlainNetwork plain = new PlainNetwork(spec, network.parameters().toArrays());
            float[][] codes = network.encode(FRAMES);
            float[][] again = network.decode(codes);

            for (int i = 0; i < FRAMES.length; i++) {
                double[] code = plain.encode(FRAMES[i]);
                double[] output = plain.output(plain.decodeSums(code));
                for (int unit = 0; unit < code.length; unit++) {
                    assertThat((double) codes[i][unit]).isCloseTo(code[unit], within(1e-5));
                }
                for (int cell = 0; cell < output.length; cell++) {
                    assertThat((double) again[i][cell]).isCloseTo(output[cell], within(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void gradientsAreTheDifferencesOfTheLoss(DenseSpec spec) {
        for (Loss loss : LOSSES) {
            try (DenseAutoencoder network = network(spec)) {
                List<NamedArray> weights = network.parameters().toArrays();
                float[] gradients = gradients(network, loss);

                int offset = 0;
                for (NamedArray array : weights) {
                    for (int i = 0; i < array.values().length; i += 3) {
                        assertThat((double) gradients[offset + i])
                                .as("%s %s %s[%d]", loss, spec.hidden(), array.name(), i)
                                .isCloseTo(slope(spec, weights, array.name(), i, loss), within(2e-3));
                    }
                    offset += array.values().length;
                }
            }
        }
    }

    @Test
    void theFasterGradientsOfTiedNetworksAreThoseOfAutomaticDifferentiation() {
        for (Loss loss : LOSSES) {
            Objective.LowerBound objective = Objective.of(loss);
            DenseSpec spec = DenseSpec.sigmoid(5, 4, 2);
            try (DenseAutoencoder network = network(spec)) {
                float[] fast = gradients(network, new TiedBackpropagation(network, objective));
                float[] automatic = gradients(network, new EvidenceLowerBound(network, objective));

                assertThat(fast).usingComparatorWithPrecision(1e-6f).containsExactly(automatic);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void adamFollowsItsAlgorithm(DenseSpec spec) {
        try (DenseAutoencoder network = network(spec);
                Adam adam = Adam.over(network.parameters())) {
            int count = Math.toIntExact(network.parameters().count());
            double[] mean = new double[count];
            double[] variance = new double[count];
            for (int update = 1; update <= 3; update++) {
                float[] before = flat(network);
                float[] gradient = gradients(network, Loss.SQUARED_ERROR);
                adam.update(0.01);
                float[] after = flat(network);
                for (int i = 0; i < count; i++) {
                    mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                    variance[i] = 0.999 * variance[i] + 0.001 * gradient[i] * gradient[i];
                    double step = 0.01
                            * (mean[i] / (1 - Math.pow(0.9, update)))
                            / (Math.sqrt(variance[i] / (1 - Math.pow(0.999, update))) + 1e-8);
                    assertThat((double) after[i]).isCloseTo(before[i] - step, within(2e-6));
                }
            }
        }
    }

    /** With biases off zero: a rectified unit has no slope exactly at zero. */
    private static DenseAutoencoder network(DenseSpec spec) {
        RandomGenerator random = RandomSource.of(12).generator();
        List<NamedArray> weights = spec.firstWeights(Initialization.GLOROT, RandomSource.of(11));
        for (NamedArray array : weights) {
            for (int i = 0; array.name().endsWith("bias") && i < array.values().length; i++) {
                array.values()[i] = random.nextFloat(0.1f, 0.4f);
            }
        }
        return DenseAutoencoder.of(spec, weights);
    }

    private static float[] gradients(DenseAutoencoder network, Loss loss) {
        return gradients(network, Gradients.of(network, Objective.of(loss)));
    }

    private static float[] gradients(DenseAutoencoder network, Gradients gradients) {
        try (TensorScope _ = TensorScope.open()) {
            gradients.of(new Batch(
                    FrameTensors.of(FRAMES),
                    FRAMES.length,
                    Optional.empty(),
                    new Batch.Position(CHANCE, 0, 0, 0),
                    CHANCE,
                    CHANCE));
            return FrameTensors.toArray(network.parameters().gradients());
        }
    }

    private static float[] flat(DenseAutoencoder network) {
        try (TensorScope _ = TensorScope.open()) {
            return FrameTensors.toArray(network.parameters().values());
        }
    }

    private static double slope(DenseSpec spec, List<NamedArray> weights, String name, int index, Loss loss) {
        double h = 1e-5;
        return (loss(spec, weights, name, index, h, loss) - loss(spec, weights, name, index, -h, loss)) / (2 * h);
    }

    private static double loss(
            DenseSpec spec, List<NamedArray> weights, String name, int index, double change, Loss loss) {
        PlainNetwork plain = new PlainNetwork(spec, weights);
        plain.change(name, index, change);
        double total = 0;
        for (float[] frame : FRAMES) {
            double[] sums = plain.decodeSums(plain.encode(frame));
            double[] output = plain.output(sums);
            for (int cell = 0; cell < frame.length; cell++) {
                total += switch (loss) {
                    case SQUARED_ERROR -> (output[cell] - frame[cell]) * (output[cell] - frame[cell]);
                    case BINARY_CROSS_ENTROPY ->
                        -frame[cell] * Math.log(output[cell]) - (1 - frame[cell]) * Math.log(1 - output[cell]);
                    case CROSS_ENTROPY -> throw new IllegalArgumentException("of tokens");
                };
            }
        }
        return total / FRAMES.length;
    }
}
