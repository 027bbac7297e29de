package diabolo.evaluation.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.abc.AbcReader;
import diabolo.grid.RhythmGrid;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BarDivisionTest {

    @ParameterizedTest
    @CsvSource({
        "3/4, GBd|cAF|, 1",
        "3/4, GBd|GBd|c2A|G3|, 0.75", // a note that is held through the bar could be either
        "6/8, GB/GB/|G3/2G3/2|, -1",
        "6/8, G/A/B/c/B/A/|G3/2G3/2|, -0.5", // and so could a bar of eighths
        "4/4, GBdB|c2A2|, 0",
    })
    void barsAreOfThreeQuartersOrOfTwoDottedOnes(String meter, String bars, double lean) throws Exception {
        String abc = "X:1\nT:t\nM:%s\nL:1/4\nK:G\n%s\n".formatted(meter, bars);

        Tune tune = Tune.of(RhythmGrid.SIXTEENTHS.quantize(AbcReader.read(abc.getBytes(StandardCharsets.UTF_8))));

        assertThat(BarDivision.lean(tune)).isEqualTo(lean, within(1e-9));
    }
}
