package diabolo.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.PlainNade;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** The probabilities of the sets of nine drums, and their gradients, against plain arithmetic in double precision. */
class NadeLayerTest {

    private static final int BITS = 9;
    private static final int UNITS = 6;
    private static final float[][] INPUT = {{0.3f, -1, 0.5f}, {-2, 0.1f, 1}, {1, 1, -0.7f}};
    private static final int[] SETS = {0, 0b101100011, 511};

    @Test
    void probabilitiesAreProductsOfConditionalsAndSumToOne() {
        List<NamedArray> arrays = arrays(UNITS);
        try (Parameters parameters = Parameters.of(arrays);
                TensorScope _ = TensorScope.open()) {
            float[][] rows =
                    FrameTensors.toArrays(NadeLayer.of(parameters, "drums").logProbabilities(FrameTensors.of(INPUT)));

            for (int row = 0; row < INPUT.length; row++) {
                double[] wanted = plain(arrays, INPUT[row]);
                for (int set = 0; set < wanted.length; set++) {
                    assertThat((double) rows[row][set]).isCloseTo(wanted[set], within(1e-4));
                }
                assertThat(DoubleStream.of(doubles(rows[row])).map(Math::exp).sum())
                        .isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void gradientsAreTheDifferencesOfTheCrossEntropyWhicheverWayItIsCounted() {
        List<NamedArray> arrays = arrays(UNITS);
        float[] ofSetsAlone;
        float[] ofAllSets;
        try (Parameters parameters = Parameters.of(arrays);
                TensorScope _ = TensorScope.open()) {
            NadeLayer layer = NadeLayer.of(parameters, "drums");
            Tensor sets = FrameTensors.of(floats(SETS), SETS.length).to(torch.ScalarType.Long);
            Tensor alone = layer.crossEntropy(FrameTensors.of(INPUT), sets);
            assertThat(alone.item_double()).isCloseTo(plainCrossEntropy(arrays), within(1e-4));
            alone.backward();
            ofSetsAlone = FrameTensors.toArray(parameters.gradients());
            parameters.gradients().zero_();
            layer.logProbabilities(FrameTensors.of(INPUT))
                    .gather(1, sets.unsqueeze(1))
                    .sum()
                    .neg()
                    .backward();
            ofAllSets = FrameTensors.toArray(parameters.gradients());
        }

        int offset = 0;
        for (NamedArray array : arrays) {
            for (int i = 0; i < array.values().length; i++) {
                double slope = slope(arrays, array, i);
                assertThat((double) ofSetsAlone[offset + i])
                        .as("%s[%d]", array.name(), i)
                        .isCloseTo(slope, within(2e-3));
                assertThat((double) ofAllSets[offset + i])
                        .as("%s[%d]", array.name(), i)
                        .isCloseTo(slope, within(2e-3));
            }
            offset += array.values().length;
        }
    }

    @Test
    void portionsOfRowsAreAsSingleRows() {
        try (Parameters parameters = Parameters.of(arrays(4096));
                TensorScope _ = TensorScope.open()) {
            NadeLayer layer = NadeLayer.of(parameters, "drums");
            float[][] input = IntStream.range(0, 20)
                    .mapToObj(row -> new float[] {row / 10f, 1, -row / 5f})
                    .toArray(float[][]::new);
            float[][] together = FrameTensors.toArrays(layer.logProbabilities(FrameTensors.of(input)));

            for (int row = 0; row < input.length; row++) {
                float[] alone = FrameTensors.toArray(layer.logProbabilities(FrameTensors.of(input[row], 1, 3)));
                assertThat(together[row]).containsExactly(alone, within(1e-3f));
            }
        }
    }

    private static List<NamedArray> arrays(int units) {
        RandomGenerator random = RandomSource.of(3).generator();
        List<NamedArray> arrays = new ArrayList<>();
        NadeLayer.shapes("drums", 3, BITS, units).forEach((name, shape) -> {
            float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat(-1, 1);
            }
            arrays.add(new NamedArray(name, shape, values));
        });
        return arrays;
    }

    /** The derivative of the loss by a weight. */
    private static double slope(List<NamedArray> arrays, NamedArray array, int i) {
        float kept = array.values()[i];
        array.values()[i] = kept + 1e-3f;
        double more = plainCrossEntropy(arrays);
        double high = array.values()[i];
        array.values()[i] = kept - 1e-3f;
        double less = plainCrossEntropy(arrays);
        double low = array.values()[i];
        array.values()[i] = kept;
        return (more - less) / (high - low);
    }

    private static double plainCrossEntropy(List<NamedArray> arrays) {
        double sum = 0;
        for (int row = 0; row < INPUT.length; row++) {
            sum -= plain(arrays, INPUT[row])[SETS[row]];
        }
        return sum;
    }

    private static double[] plain(List<NamedArray> arrays, float[] input) {
        double[] biases = doubles(arrays.get(1).values());
        for (int out = 0; out < biases.length; out++) {
            for (int in = 0; in < input.length; in++) {
                biases[out] += arrays.get(0).values()[out * input.length + in] * input[in];
            }
        }
        return PlainNade.of(
                BITS,
                biases,
                doubles(arrays.get(2).values()),
                doubles(arrays.get(3).values()));
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static float[] floats(int[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }
}
