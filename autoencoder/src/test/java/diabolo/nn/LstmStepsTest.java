package diabolo.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LstmStepsTest {

    private static final LstmSize SIZE = new LstmSize(5, 2);
    private static final int GATES = 20;
    private static final int MANY = 12;
    private static final RandomSource RANDOM = RandomSource.of(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void fewSequencesTakeTheStepsThatTheyTakeAmongMany(int few) {
        List<NamedArray> arrays = Lstm.shapes("lstm", 3, SIZE, Lstm.Directions.FORWARD).entrySet().stream()
                .map(shape ->
                        new NamedArray(shape.getKey(), shape.getValue(), numbers(shape.getKey(), shape.getValue())))
                .toList();
        try (Parameters parameters = Parameters.of(arrays);
                TensorScope _ = TensorScope.open()) {
            Lstm lstm = Lstm.of(parameters, "lstm", SIZE, Lstm.Directions.FORWARD);
            LstmSteps among = new LstmSteps(lstm, state(MANY));
            LstmSteps alone = new LstmSteps(lstm, state(few));
            for (int step = 0; step < 6; step++) {
                float[] expected = FrameTensors.toArray(among.step(tensor("gates" + step, MANY, GATES)));
                float[] hidden = FrameTensors.toArray(alone.step(tensor("gates" + step, few, GATES)));
                for (int i = 0; i < hidden.length; i++) {
                    assertThat(hidden[i]).isEqualTo(expected[i], within(1e-6f));
                }
            }
        }
    }

    private static Lstm.State state(int batch) {
        return new Lstm.State(
                tensor("hidden", SIZE.layers() * batch, SIZE.units(), batch),
                tensor("cell", SIZE.layers() * batch, SIZE.units(), batch));
    }

    /** [layers, batch, units], the first rows of each layer always the same. */
    private static Tensor tensor(String name, int rows, int columns, int batch) {
        float[] values = new float[rows * columns];
        for (int layer = 0; layer < SIZE.layers(); layer++) {
            float[] all = numbers(name + layer, new long[] {MANY, columns});
            System.arraycopy(all, 0, values, layer * batch * columns, batch * columns);
        }
        return FrameTensors.of(values, SIZE.layers(), batch, columns);
    }

    /** [rows, columns], the first rows always the same. */
    private static Tensor tensor(String name, int rows, int columns) {
        float[] all = numbers(name, new long[] {MANY, columns});
        return FrameTensors.of(Arrays.copyOf(all, rows * columns), rows, columns);
    }

    private static float[] numbers(String name, long[] shape) {
        RandomGenerator generator = RANDOM.derive(name).generator();
        float[] numbers = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) generator.nextGaussian();
        }
        return numbers;
    }
}
