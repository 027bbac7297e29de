package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalTest {

    /** From printed tables. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.841344746068543, 1",
        "0.975, 1.959963984540054",
        "0.025, -1.959963984540054",
        "0.999, 3.090232306167813",
        "0.0001, -3.719016485455709"
    })
    void quantilesAreThoseOfTheTables(double share, double number) {
        assertThat(StandardNormal.quantile(share)).isCloseTo(number, within(1e-9));
        assertThat(StandardNormal.below(number)).isCloseTo(share, within(1e-12));
    }

    @Test
    void farAwayThereIsNothing() {
        assertThat(StandardNormal.below(-40)).isZero();
        assertThat(StandardNormal.below(40)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void aShareOfNothingOrAllHasNoQuantile(double share) {
        assertThatThrownBy(() -> StandardNormal.quantile(share)).hasMessageContaining("above 0 and below 1");
    }
}
