package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.representation.Cells;
import diabolo.representation.PianoRoll;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginalityTest {

    private static final PianoRoll ROLL = Rolls.chord(5);
    private static final List<Cells> TRAINING = Rolls.chords(new float[][] {{1, 1, 0, 0, 0}, {0, 0, 1, 1, 1}});

    @Test
    void theClosestWindowHoldsMostOfThePiece() {
        Originality.Closest closest =
                Originality.against(ROLL, TRAINING).closest(new Cells(new float[] {1, 0, 1, 1, 0}));

        assertThat(closest.index()).isEqualTo(1);
        assertThat(closest.similarity()).isEqualTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aTrainingWindowIsACopyOfItself() {
        assertThat(Originality.against(ROLL, TRAINING).closest(TRAINING.get(1)))
                .isEqualTo(new Originality.Closest(1, 1));
    }

    @Test
    void ofWindowsThatHoldAsMuchTheFirstIsNamed() {
        assertThat(Originality.against(ROLL, TRAINING).closest(new Cells(new float[] {1, 0, 1, 0, 0})))
                .isEqualTo(new Originality.Closest(0.5, 0));
    }

    @Test
    void silenceIsCloseToNothingAndLeftOut() {
        Originality originality = Originality.against(ROLL, TRAINING);

        assertThat(originality.closest(new Cells(new float[5]))).isEqualTo(new Originality.Closest(0, -1));
        assertThat(originality
                        .of(List.of(new Cells(new float[5]), TRAINING.get(0)))
                        .values())
                .containsExactly(1.0);
    }

    @Test
    void realWindowsAreComparedWithOtherPiecesOnly() {
        List<Cells> frames = Rolls.chords(new float[][] {{1, 1, 0, 0}, {1, 1, 0, 0}, {1, 0, 1, 1}});

        SimilarityDistribution others = Originality.ofOthers(Rolls.chord(4), List.of("a", "a", "b"), frames);

        assertThat(others.values()).containsExactly(1.0 / 3, 0.5, 0.5);
    }

    @Test
    void aSinglePieceHasNoOthers() {
        assertThat(Originality.ofOthers(ROLL, List.of("a", "a"), TRAINING).values())
                .isEmpty();
    }

    @Test
    void nothingToMeasureAgainstIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Originality.against(ROLL, List.of()))
                .withMessageContaining("at least one window");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Originality.ofOthers(ROLL, List.of("a"), TRAINING))
                .withMessageContaining("2 windows, 1 names");
    }
}
