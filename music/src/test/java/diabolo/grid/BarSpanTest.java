package diabolo.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarSpanTest {

    private static final Meter THREE_FOUR = new Meter(3, 4);

    @Test
    void withoutAMeterBarsAreOfFourFourAndTheLastIsFull() {
        assertThat(BarSpan.of(List.of(), Beat.of(5)))
                .extracting(BarSpan::start, BarSpan::end)
                .containsExactly(tuple(Beat.ZERO, Beat.of(4)), tuple(Beat.of(4), Beat.of(8)));
    }

    @Test
    void aFirstBarThatIsCutShortIsAPickup() {
        List<BarSpan> bars =
                BarSpan.of(List.of(new At<>(Beat.ZERO, THREE_FOUR), new At<>(Beat.of(1), THREE_FOUR)), Beat.of(7));

        assertThat(bars).extracting(BarSpan::isPickup).containsExactly(true, false, false);
        assertThat(bars).extracting(BarSpan::number).containsExactly(0, 0, 1);
        assertThat(bars.getLast().end()).isEqualTo(Beat.of(7));
    }

    @Test
    void aPieceWithoutNotesHasNoBars() {
        assertThat(BarSpan.of(List.of(), Beat.ZERO)).isEmpty();
    }
}
