package diabolo.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTest {

    /** A factor rounded to bfloat16 would be off by up to 1 in 256; a sum of float32 products stays far below that. */
    @ParameterizedTest
    @CsvSource({"1, 16, 64", "128, 300, 96", "10, 2000, 40", "3, 2, 2"})
    void productsKeepThePrecisionOfFloat32(int rows, int inner, int columns) {
        float[] left = random(rows * inner, 1);
        float[] right = random(inner * columns, 2);

        float[][] product;
        try (TensorScope _ = TensorScope.open()) {
            product = FrameTensors.toArrays(
                    torch.mm(FrameTensors.of(left, rows, inner), FrameTensors.of(right, inner, columns)));
        }

        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double expected = 0;
                for (int i = 0; i < inner; i++) {
                    expected += (double) left[row * inner + i] * right[i * columns + column];
                }
                assertThat((double) product[row][column]).isCloseTo(expected, within(2e-6 * inner));
            }
        }
    }

    /** Between 1 and 1 + 2^-8, where bfloat16 has no number: rounding would shift every product the same way. */
    private static float[] random(int count, long seed) {
        RandomGenerator generator = RandomSource.of(seed).generator();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 1 + 0x1p-9f * generator.nextFloat();
        }
        return values;
    }
}
