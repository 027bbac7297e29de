package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.evaluation.Rolls.Tone;
import diabolo.representation.Cells;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollStatisticsTest {

    @Test
    void countsNotesCellsAndSilence() {
        List<Cells> frames = List.of(Rolls.bar(new Tone(60, 0, 4), new Tone(64, 4, 4)), Rolls.bar());

        RollStatistics statistics = RollStatistics.of(Rolls.BAR, frames);

        assertThat(statistics.silentShare()).isEqualTo(0.5);
        assertThat(statistics.activeCells()).isEqualTo(4);
        assertThat(statistics.notesPerBeat()).isEqualTo(0.25);
        assertThat(statistics.onScaleShare()).isEqualTo(1);
    }

    @Test
    void theScaleIsTheOneThatSuitsBest() {
        Cells dMajor = Rolls.bar(
                new Tone(62, 0, 2),
                new Tone(64, 2, 2),
                new Tone(66, 4, 2),
                new Tone(67, 6, 2),
                new Tone(69, 8, 2),
                new Tone(71, 10, 2),
                new Tone(73, 12, 2),
                new Tone(74, 14, 2));

        assertThat(RollStatistics.of(Rolls.BAR, List.of(dMajor)).onScaleShare()).isEqualTo(1);
    }

    @Test
    void whatIsOffTheScaleCountsByItsTime() {
        Cells chromatic = Rolls.bar(new Tone(60, 0, 16), new Tone(61, 0, 2), new Tone(62, 0, 16));

        double share = RollStatistics.of(Rolls.BAR, List.of(chromatic)).onScaleShare();

        assertThat(share).isEqualTo(32.0 / 34, within(1e-12));
    }

    @Test
    void silenceAloneIsMeasuredToo() {
        assertThat(RollStatistics.of(Rolls.BAR, List.of(Rolls.bar()))).isEqualTo(new RollStatistics(1, 0, 0, 0));
    }
}
