package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.model.TrainingExamples;
import diabolo.tensor.RandomSource;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorTest {

    private static final TrainingExamples MEMORY = trainingExamples(new float[][] {{0, 1, -2}, {4, 3, -4}, {2, 8, -6}});
    private static final TrainingExamples NOTHING = trainingExamples(new float[0][]);
    private static final int DRAWS = 4000;

    @ParameterizedTest
    @ValueSource(strings = {"bits", "uniform:1", "uniform:0.5", "normal", "empirical", "range", "gaussian"})
    void theSameSeedGivesTheSameCode(String name) {
        Prior prior = Prior.parse(name);

        float[] code = prior.sample(3, MEMORY, RandomSource.of(7));

        assertThat(prior.name()).isEqualTo(name);
        assertThat(prior.sample(3, MEMORY, RandomSource.of(7))).containsExactly(code);
        assertThat(prior.sample(3, MEMORY, RandomSource.of(7).derive("another")))
                .hasSize(3)
                .satisfies(other -> assertThat(name.equals("bits") || !Arrays.equals(other, code))
                        .isTrue());
    }

    @Test
    void bitsAreZeroOrOne() {
        float[] code = new Prior.Bits().sample(1000, NOTHING, RandomSource.of(1));

        assertThat(code).containsOnly(0, 1);
    }

    @Test
    void uniformFillsItsRangeAndNoMore() {
        float[] code = new Prior.Uniform(10).sample(DRAWS, NOTHING, RandomSource.of(1));

        assertThat(lowest(code)).isBetween(-10f, -9.9f);
        assertThat(highest(code)).isBetween(9.9f, 10f);
    }

    @Test
    void normalHasMeanZeroAndDeviationOne() {
        float[] code = new Prior.Normal().sample(DRAWS, NOTHING, RandomSource.of(1));

        assertThat(mean(code)).isEqualTo(0, within(0.1));
        assertThat(Math.sqrt(covariance(code, code))).isEqualTo(1, within(0.1));
    }

    @Test
    void empiricalTakesOnlyValuesOfTheSameUnit() {
        for (float[] code : draws(new Prior.Empirical(), 50)) {
            assertThat(code[0]).isIn(0f, 4f, 2f);
            assertThat(code[1]).isIn(1f, 3f, 8f);
            assertThat(code[2]).isIn(-2f, -4f, -6f);
        }
    }

    @Test
    void rangeFillsEachUnitsRangeAndNoMore() {
        float[] second = unit(draws(new Prior.Range(), DRAWS), 1);

        assertThat(lowest(second)).isBetween(1f, 1.1f);
        assertThat(highest(second)).isBetween(7.9f, 8f);
    }

    @Test
    void gaussianHasTheMeansAndCovariancesOfTheCodes() {
        float[][] codes = draws(new Prior.Gaussian(), DRAWS);

        for (int a = 0; a < 3; a++) {
            assertThat(mean(unit(codes, a))).isEqualTo(mean(unit(MEMORY.codes(), a)), within(0.2));
            for (int b = 0; b < 3; b++) {
                assertThat(covariance(unit(codes, a), unit(codes, b)))
                        .isEqualTo(covariance(unit(MEMORY.codes(), a), unit(MEMORY.codes(), b)), within(0.5));
            }
        }
    }

    @Test
    void gaussianKeepsEqualUnitsEqual() {
        TrainingExamples alike = trainingExamples(new float[][] {{1, 1}, {3, 3}, {-2, -2}});

        float[] code = new Prior.Gaussian().sample(2, alike, RandomSource.of(3));

        assertThat(code[0]).isEqualTo(code[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empirical", "range", "gaussian"})
    void priorsOfTrainingExamplesNeedThem(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prior.parse(name).sample(3, NOTHING, RandomSource.of(1)))
                .withMessageContaining(name)
                .withMessageContaining("choose bits or normal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bit", "uniform:", "uniform:wide", "uniform:NaN", "normal:1", "gauss"})
    void anUnknownNameIsAnsweredWithTheLegalOnes(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Prior.parse(name)).withMessageContaining(Prior.NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform:0", "uniform:-1", "uniform:1e7"})
    void anInvalidBoundIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prior.parse(name))
                .withMessageContaining("above 0 and at most 1000000");
    }

    @Test
    void uniformAloneMeansOne() {
        assertThat(Prior.parse("Uniform")).isEqualTo(new Prior.Uniform(1));
    }

    private static TrainingExamples trainingExamples(float[][] codes) {
        return new TrainingExamples(Collections.nCopies(codes.length, new TrainingExamples.Place("piece", 0)), codes);
    }

    private static float[][] draws(Prior prior, int count) {
        float[][] codes = new float[count][];
        for (int i = 0; i < count; i++) {
            codes[i] = prior.sample(3, MEMORY, RandomSource.of(1).derive("piece", i));
        }
        return codes;
    }

    private static float[] unit(float[][] codes, int unit) {
        float[] numbers = new float[codes.length];
        for (int i = 0; i < codes.length; i++) {
            numbers[i] = codes[i][unit];
        }
        return numbers;
    }

    private static double mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }

    private static double covariance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - mean(a)) * (b[i] - mean(b));
        }
        return sum / a.length;
    }

    private static float lowest(float[] numbers) {
        float lowest = numbers[0];
        for (float number : numbers) {
            lowest = Math.min(lowest, number);
        }
        return lowest;
    }

    private static float highest(float[] numbers) {
        float highest = numbers[0];
        for (float number : numbers) {
            highest = Math.max(highest, number);
        }
        return highest;
    }
}
