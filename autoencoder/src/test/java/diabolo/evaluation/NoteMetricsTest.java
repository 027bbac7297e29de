package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.evaluation.Rolls.Tone;
import diabolo.representation.Cells;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteMetricsTest {

    @Test
    void aNoteIsFoundByPitchAndBeginningHoweverLongItLasts() {
        List<Cells> frames = List.of(Rolls.bar(new Tone(60, 0, 8)));
        List<Cells> shorter = List.of(Rolls.bar(new Tone(60, 0, 2)));

        assertThat(NoteMetrics.of(Rolls.BAR, frames, shorter)).isEqualTo(new NoteMetrics(1, 1));
    }

    @Test
    void aNoteThatBeginsLaterIsNotFound() {
        List<Cells> frames = List.of(Rolls.bar(new Tone(60, 0, 8)));
        List<Cells> later = List.of(Rolls.bar(new Tone(60, 1, 7)));

        assertThat(NoteMetrics.of(Rolls.BAR, frames, later).f1()).isZero();
    }

    @Test
    void notesAreCountedOverAllWindowsTogether() {
        List<Cells> frames = List.of(
                Rolls.bar(new Tone(60, 0, 4), new Tone(64, 0, 4), new Tone(67, 0, 4)), Rolls.bar(new Tone(72, 4, 4)));
        List<Cells> again = List.of(Rolls.bar(new Tone(60, 0, 4), new Tone(65, 0, 4)), Rolls.bar());

        NoteMetrics metrics = NoteMetrics.of(Rolls.BAR, frames, again);

        assertThat(metrics.precision()).isEqualTo(1.0 / 2);
        assertThat(metrics.recall()).isEqualTo(1.0 / 4);
        assertThat(metrics.f1()).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void silenceAgainstSilenceFindsNothing() {
        List<Cells> silence = List.of(Rolls.bar());

        assertThat(NoteMetrics.of(Rolls.BAR, silence, silence)).isEqualTo(new NoteMetrics(0, 0));
    }

    @Test
    void windowsWithoutTheirReconstructionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteMetrics.of(Rolls.BAR, Collections.nCopies(2, Rolls.bar()), List.of(Rolls.bar())))
                .withMessageContaining("2 windows, 1 reconstructions");
    }
}
