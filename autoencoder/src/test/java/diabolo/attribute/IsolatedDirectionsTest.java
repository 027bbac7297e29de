package diabolo.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.latent.Prior;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** On decoders that are plain functions. */
class IsolatedDirectionsTest {

    private static final int CODE_SIZE = 8;

    /** Far from samples of the prior. */
    private static final float[][] MUSIC = music();

    @Test
    void eachMovesItsOwnValueInMusicAndInSamplesThoughThePlainGradientsMoveBoth() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {
            Math.tanh(code[0] + code[1]) + 0.5 * code[2], // correlated and nonlinear
            Math.exp(0.4 * code[0] + 0.3 * code[1] + 0.4 * code[3])
        });

        double[][] directions = learned(decoder).values().toArray(double[][]::new);

        for (int i = 0; i < 2; i++) {
            for (float[][] codes : List.of(MUSIC, Prior.Normal.codes(4000, CODE_SIZE, RandomSource.of(2)))) {
                double[] change = change(decoder, codes, directions[i]);
                assertThat(change[i]).isPositive();
                assertThat(Math.abs(change[1 - i])).isLessThan(0.4 * change[i]);
            }
        }
    }

    @Test
    void itsOwnValueMovesByAQuarterOfItsDeviationInTheMusic() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {5 * code[0], code[1]});

        double[][] directions = learned(decoder).values().toArray(double[][]::new);

        assertThat(change(decoder, MUSIC, directions[0])[0] / 5).isCloseTo(0.25 * deviation(0), within(0.001));
        assertThat(change(decoder, MUSIC, directions[1])[1]).isCloseTo(0.25 * deviation(1), within(0.001));
    }

    @Test
    void ofTwoEqualUnitsTheOneWithTheLargerPosteriorDeviationIsMoved() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {code[0] + code[1], code[2]});
        double[] deviations = {0.01, 1, 1, 1, 1, 1, 1, 1};

        Map<String, double[]> directions = new IsolatedDirections(
                        List.of("first", "second"), decoder, MUSIC, deviations, RandomSource.of(1))
                .learn(done -> {});

        double[] first = directions.getOrDefault("first", new double[2]);
        assertThat(first[1]).isGreaterThan(5 * Math.abs(first[0])).isPositive();
    }

    @Test
    void aConstantValueIsLeftOut() {
        Map<String, double[]> directions = learned(each(code -> new double[] {0.3, code[0]}));

        assertThat(directions).containsOnlyKeys("second");
    }

    @Test
    void aValueThatIsConstantNearMusicIsLeftOut() {
        Function<float[][], double[][]> decoder = each(code -> new double[] {code[1], code[0] > 2 ? 1 : 0});
        float[][] music = Prior.Normal.codes(16, CODE_SIZE, RandomSource.of(3));
        for (float[] code : music) {
            code[0] = -100; // where it is locally constant
        }
        music[0][0] = 100;
        IsolatedDirections directions =
                new IsolatedDirections(List.of("first", "second"), decoder, music, ones(), RandomSource.of(1));

        assertThat(directions.examples()).isEqualTo(16);
        assertThat(directions.learn(done -> {})).containsOnlyKeys("first");
    }

    private static Map<String, double[]> learned(Function<float[][], double[][]> decoder) {
        return new IsolatedDirections(List.of("first", "second"), decoder, MUSIC, ones(), RandomSource.of(1))
                .learn(done -> {});
    }

    private static double[] ones() {
        double[] ones = new double[CODE_SIZE];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static float[][] music() {
        float[][] music = Prior.Normal.codes(2000, CODE_SIZE, RandomSource.of(3));
        for (float[] code : music) {
            code[0] = 1 + code[0] / 2;
            code[1] -= 1;
        }
        return music;
    }

    /** The standard deviation of a unit in the music. */
    private static double deviation(int unit) {
        double mean =
                Arrays.stream(MUSIC).mapToDouble(code -> code[unit]).average().orElseThrow();
        return Math.sqrt(Arrays.stream(MUSIC)
                .mapToDouble(code -> Math.pow(code[unit] - mean, 2))
                .average()
                .orElseThrow());
    }

    private static Function<float[][], double[][]> each(Function<float[], double[]> one) {
        return codes -> Arrays.stream(codes).map(one).toArray(double[][]::new);
    }

    /** The mean change of each value by central differences. */
    private static double[] change(Function<float[][], double[][]> decoder, float[][] codes, double[] direction) {
        double[][] sides = new double[2][];
        for (int side = 0; side < 2; side++) {
            float[][] moved = new float[codes.length][CODE_SIZE];
            for (int i = 0; i < moved.length; i++) {
                for (int unit = 0; unit < CODE_SIZE; unit++) {
                    moved[i][unit] = (float) (codes[i][unit] + (2 * side - 1) * direction[unit]);
                }
            }
            double[][] values = decoder.apply(moved);
            sides[side] = new double[] {
                Arrays.stream(values).mapToDouble(value -> value[0]).average().orElseThrow(),
                Arrays.stream(values).mapToDouble(value -> value[1]).average().orElseThrow()
            };
        }
        return new double[] {(sides[1][0] - sides[0][0]) / 2, (sides[1][1] - sides[0][1]) / 2};
    }
}
