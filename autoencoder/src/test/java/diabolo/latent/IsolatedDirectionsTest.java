package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** On decoders that are plain functions. */
class IsolatedDirectionsTest {

    private static final int CODE_SIZE = 8;

    @Test
    void eachMovesItsOwnValueThoughThePlainGradientsMoveBoth() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {
            Math.tanh(code[0] + code[1]), // what goes together, and not in straight lines
            Math.exp(0.5 * code[0] + 0.4 * code[1] + 0.2 * code[2])
        });

        double[][] directions = new IsolatedDirections(
                        List.of("first", "second"), decoder, CODE_SIZE, RandomSource.of(1))
                .learn()
                .values()
                .toArray(double[][]::new);

        for (int i = 0; i < 2; i++) {
            double[] change = change(decoder, directions[i]);
            assertThat(change[i]).isPositive();
            assertThat(Math.abs(change[1 - i])).isLessThan(0.15 * change[i]);
        }
    }

    @Test
    void aValueThatNothingMovesIsLeftOut() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {0.5, code[0]});

        Map<String, double[]> directions =
                new IsolatedDirections(List.of("first", "second"), decoder, CODE_SIZE, RandomSource.of(1)).learn();

        assertThat(directions).containsOnlyKeys("second");
        assertThat(change(decoder, directions.getOrDefault("second", new double[0]))[1])
                .isGreaterThan(3);
    }

    @Test
    void twoValuesThatAreOneCannotBeMovedAlone() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {code[0], code[0]});

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new IsolatedDirections(List.of("first", "second"), decoder, CODE_SIZE, RandomSource.of(1))
                                .learn())
                .withMessageContaining("second cannot be changed alone");
    }

    private static Function<float[][], double[][]> each(Function<float[], double[]> one) {
        return codes -> Arrays.stream(codes).map(one).toArray(double[][]::new);
    }

    /** The mean change of each value from one side to the other, on draws of its own. */
    private static double[] change(Function<float[][], double[][]> decoder, double[] direction) {
        double[] change = new double[2];
        java.util.random.RandomGenerator random = RandomSource.of(2).generator();
        for (int draw = 0; draw < 4000; draw++) {
            float[][] sides = new float[2][CODE_SIZE];
            for (int unit = 0; unit < CODE_SIZE; unit++) {
                float number = (float) random.nextGaussian();
                sides[0][unit] = (float) (number - direction[unit]);
                sides[1][unit] = (float) (number + direction[unit]);
            }
            double[][] values = decoder.apply(sides);
            for (int i = 0; i < 2; i++) {
                change[i] += (values[1][i] - values[0][i]) / 4000;
            }
        }
        return change;
    }
}
