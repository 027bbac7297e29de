package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongCellsTest {

    private static final PianoRoll ROLL = Rolls.chord(4);
    private static final List<Cells> FRAMES = Rolls.chords(new float[][] {{1, 1, 0, 0}, {0, 0, 0, 1}});

    @Test
    void whatComesBackWholeHasNoWrongCells() {
        assertThat(WrongCells.mean(ROLL, FRAMES, FRAMES)).isZero();
    }

    @Test
    void missingAndAddedCellsCountAlike() {
        List<Cells> oneMissingThenTwoWrong = Rolls.chords(new float[][] {{1, 0, 0, 0}, {1, 0, 0, 0}});

        assertThat(WrongCells.mean(ROLL, FRAMES, oneMissingThenTwoWrong)).isEqualTo(1.5);
    }

    @Test
    void aProbabilityCountsAsActiveAboveOneHalfOnly() {
        List<Cells> probabilities = Rolls.chords(new float[][] {{0.51f, 0.5f, 0.5f, 0.49f}, {0, 0, 0, 1}});

        assertThat(WrongCells.mean(ROLL, FRAMES, probabilities)).isEqualTo(0.5);
    }

    @Test
    void silenceGetsEveryActiveCellWrong() {
        assertThat(WrongCells.ofSilence(ROLL, FRAMES)).isEqualTo(1.5);
    }

    @Test
    void windowsWithoutTheirReconstructionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrongCells.mean(ROLL, FRAMES, Rolls.chords(new float[4])))
                .withMessageContaining("2 windows, 1 reconstructions");
        assertThatIllegalArgumentException().isThrownBy(() -> WrongCells.ofSilence(ROLL, List.of()));
    }
}
