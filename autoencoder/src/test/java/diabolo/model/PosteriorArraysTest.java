package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PosteriorArraysTest {

    @Test
    void thePriorHasNoDivergence() {
        assertThat(new PosteriorArrays(new float[3][4], ones(3, 4)).divergenceBits())
                .isZero();
    }

    @Test
    void theDivergenceIsThatOfNormalDistributions() {
        // mean 2 and deviation 1/2 in one number: (4 + 1/4 - 1) / 2 + ln 2 nats
        PosteriorArrays posteriors = new PosteriorArrays(new float[][] {{2}}, new float[][] {{0.5f}});

        assertThat(posteriors.divergenceBits()).isCloseTo((3.25 / 2 + Math.log(2)) / Math.log(2), within(1e-6));
    }

    @Test
    void constantUnitsAreNotActive() {
        float[][] means = {{0, 1, 5}, {0.01f, -1, 5}, {0, 1, 5.3f}};

        assertThat(new PosteriorArrays(means, ones(3, 3)).activeUnits()).isEqualTo(2);
    }

    private static float[][] ones(int rows, int columns) {
        float[][] ones = new float[rows][columns];
        for (float[] row : ones) {
            java.util.Arrays.fill(row, 1);
        }
        return ones;
    }
}
