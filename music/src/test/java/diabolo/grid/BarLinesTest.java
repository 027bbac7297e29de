package diabolo.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BarLinesTest {

    private static final Meter WALTZ = new Meter(3, 4);

    @Test
    void barsAreCountedFromTheOffsetOn() {
        Note whole = new Note(Pitch.of(60), Velocity.DEFAULT, Beat.ZERO, Beat.of(8));
        NoteSequence read = NoteSequence.of(
                "", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(whole))));
        NoteSequence barred = new BarLines(WALTZ, Beat.of(2)).over(read);

        Passage passage = Passage.of(RhythmGrid.SIXTEENTHS.quantize(barred));

        assertThat(passage.firstBar()).isZero(); // a pickup
        assertThat(passage.step(1)).isEqualTo(8);
        assertThat(passage.step(2)).isEqualTo(20);
        assertThat(barred.parts()).isEqualTo(read.parts());
    }

    @Test
    void theFirstBarLineLiesInTheFirstBar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarLines(WALTZ, Beat.of(3)))
                .withMessageContaining("which has 3 quarter notes, was at 3");
    }
}
