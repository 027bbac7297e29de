package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.latent.SmallMelodyModel;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BarLinesTest {

    private static final Meter WALTZ = new Meter(3, 4);

    @Test
    void barsAreCountedFromTheOffsetOn() {
        Source.Music read = new Source.Music(
                "two.mid",
                SmallMelodyModel.tune(5, 5), // of 4/4
                new Selection(Optional.empty(), Optional.of(new BarLines(WALTZ, Beat.of(2)))));

        Passage passage = Passage.of(RhythmGrid.SIXTEENTHS.quantize(read.barred()));

        assertThat(passage.firstBar()).isZero(); // a pickup
        assertThat(passage.step(1)).isEqualTo(8);
        assertThat(passage.step(2)).isEqualTo(20);
        assertThat(read.barred().parts()).isEqualTo(read.piece().parts());
    }

    @Test
    void theFirstBarLineLiesInTheFirstBar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarLines(WALTZ, Beat.of(3)))
                .withMessageContaining("which has 3 quarter notes, was at 3");
    }
}
