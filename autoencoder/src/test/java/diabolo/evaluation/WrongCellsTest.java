package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WrongCellsTest {

    private static final float[][] FRAMES = {{1, 1, 0, 0}, {0, 0, 0, 1}};

    @Test
    void whatComesBackWholeHasNoWrongCells() {
        assertThat(WrongCells.mean(FRAMES, FRAMES)).isZero();
    }

    @Test
    void missingAndAddedCellsCountAlike() {
        float[][] oneMissingThenTwoWrong = {{1, 0, 0, 0}, {1, 0, 0, 0}};

        assertThat(WrongCells.mean(FRAMES, oneMissingThenTwoWrong)).isEqualTo(1.5);
    }

    @Test
    void aProbabilityCountsAsActiveAboveOneHalfOnly() {
        float[][] probabilities = {{0.51f, 0.5f, 0.5f, 0.49f}, {0, 0, 0, 1}};

        assertThat(WrongCells.mean(FRAMES, probabilities)).isEqualTo(0.5);
    }

    @Test
    void silenceGetsEveryActiveCellWrong() {
        assertThat(WrongCells.ofSilence(FRAMES)).isEqualTo(1.5);
    }

    @Test
    void windowsWithoutTheirReconstructionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrongCells.mean(FRAMES, new float[1][4]))
                .withMessageContaining("2 windows, 1 reconstructions");
        assertThatIllegalArgumentException().isThrownBy(() -> WrongCells.ofSilence(new float[0][]));
    }
}
