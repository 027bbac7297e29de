package diabolo.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowProductTest {

    private static final int IN = 70;
    private static final int OUT = 23;

    /** Row by row, in one product, and shared out among cores. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 47, 96, 97, 301})
    void addsTheProductWhateverTheNumberOfRows(int batch) {
        RandomGenerator random = RandomSource.of(batch).generator();
        float[] rows = numbers(random, batch * IN);
        float[] weight = numbers(random, OUT * IN);
        float[] before = numbers(random, batch * OUT);
        try (TensorScope _ = TensorScope.open()) {
            Tensor sums = FrameTensors.of(before, batch, OUT);

            RowProduct.add(sums, FrameTensors.of(rows, batch, IN), FrameTensors.of(weight, OUT, IN));

            float[] after = FrameTensors.toArray(sums);
            for (int row = 0; row < batch; row++) {
                for (int column = 0; column < OUT; column++) {
                    double expected = before[row * OUT + column];
                    for (int i = 0; i < IN; i++) {
                        expected += (double) rows[row * IN + i] * weight[column * IN + i];
                    }
                    assertThat((double) after[row * OUT + column]).isCloseTo(expected, within(1e-4));
                }
            }
        }
    }

    /** Otherwise trainings of the same seed would differ from those before. */
    @ParameterizedTest
    @CsvSource({
        "8, 70, 23",
        "9, 70, 23",
        "16, 192, 768",
        "16, 256, 90",
        "43, 256, 90",
        "50, 256, 90",
        "200, 320, 100",
        "200, 384, 100",
        "301, 192, 768",
        "16, 385, 768"
    })
    @EnabledOnOs(architectures = "amd64")
    void setsAndAddsEveryBitAsLibtorchDoes(int batch, int in, int out) {
        RandomGenerator random = RandomSource.of(batch).generator();
        try (TensorScope _ = TensorScope.open()) {
            Tensor rows = FrameTensors.of(numbers(random, batch * in), batch, in);
            Tensor weight = FrameTensors.of(numbers(random, out * in), out, in);
            Tensor sums = FrameTensors.of(numbers(random, batch * out), batch, out);
            Tensor expected = rows.mm(weight.t());

            RowProduct.set(sums, rows, weight);
            assertThat(FrameTensors.toArray(sums)).containsExactly(FrameTensors.toArray(expected));

            if (batch > 8) {
                RowProduct.add(sums, rows, weight);
                assertThat(FrameTensors.toArray(sums))
                        .containsExactly(FrameTensors.toArray(expected.addmm(rows, weight.t())));
            }
        }
    }

    private static float[] numbers(RandomGenerator random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
