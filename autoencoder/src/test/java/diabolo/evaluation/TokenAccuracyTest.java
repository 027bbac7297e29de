package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import diabolo.representation.Trio;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenAccuracyTest {

    private static Tokens melody(int... beginning) {
        return new Tokens(new int[][] {line(beginning)});
    }

    private static int[] line(int... beginning) {
        return Arrays.copyOf(beginning, 16);
    }

    @Test
    void theSameWindowsAgreeWholly() {
        List<Tokens> windows = List.of(melody(41, 0, 43, 1), melody(50));
        TokenAccuracy accuracy = TokenAccuracy.of(Melody.of(1), windows, windows);

        assertThat(accuracy.tokens()).isEqualTo(1);
        assertThat(accuracy.onsetF1()).isEqualTo(1);
    }

    @Test
    void anOnsetMustHaveItsPitchAndItsStep() {
        // one right, one of another pitch, one a step late; and one onset less than there should be
        List<Tokens> wanted = List.of(melody(41, 0, 43, 0, 45, 0, 47));
        List<Tokens> written = List.of(melody(41, 0, 44, 0, 0, 45));
        TokenAccuracy accuracy = TokenAccuracy.of(Melody.of(1), wanted, written);

        assertThat(accuracy.onsetPrecision()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(accuracy.onsetRecall()).isCloseTo(1 / 4.0, within(1e-12));
        assertThat(accuracy.onsetF1()).isCloseTo(2 / 7.0, within(1e-12));
        assertThat(accuracy.tokens()).isCloseTo(12 / 16.0, within(1e-12));
    }

    @Test
    void alwaysToHoldIsOftenRightAndHasNoOnsets() {
        TokenAccuracy accuracy = TokenAccuracy.of(Melody.of(1), List.of(melody(41, 0, 0, 0, 43)), List.of(melody()));

        assertThat(accuracy.tokens()).isEqualTo(14 / 16.0);
        assertThat(accuracy.onsetF1()).isZero();
    }

    @Test
    void everyDrumOfAStrokeCounts() {
        // kick and snare (3) and hi-hat (4) wanted; kick (1) and hi-hat (4) there
        TokenAccuracy accuracy = TokenAccuracy.of(Drums.of(1), List.of(melody(3, 4)), List.of(melody(1, 4)));

        assertThat(accuracy.onsetPrecision()).isEqualTo(1);
        assertThat(accuracy.onsetRecall()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void theLinesOfATrioAreAlsoMeasuredEachByItself() {
        Tokens wanted = new Tokens(new int[][] {line(41, 0, 43), line(60), line(3, 4)});
        Tokens written = new Tokens(new int[][] {line(41, 0, 43), line(61), line(1, 4)});

        TokenAccuracy accuracy = TokenAccuracy.of(Trio.of(1), List.of(wanted), List.of(written));

        assertThat(accuracy.ofLines()).extracting(TokenAccuracy::tokens).containsExactly(1.0, 15 / 16.0, 15 / 16.0);
        assertThat(accuracy.ofLines()).extracting(TokenAccuracy::onsetRecall).containsExactly(1.0, 0.0, 2 / 3.0);
        assertThat(accuracy.tokens()).isCloseTo(46 / 48.0, within(1e-12));
        assertThat(accuracy.onsetRecall()).isCloseTo(4 / 6.0, within(1e-12));
    }

    @Test
    void unequalNumbersOfWindowsAreRefused() {
        assertThatThrownBy(() -> TokenAccuracy.of(Melody.of(1), List.of(melody()), List.of()))
                .hasMessage("1 windows cannot be compared with 0");
    }
}
