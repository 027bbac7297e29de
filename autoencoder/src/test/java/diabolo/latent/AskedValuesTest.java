package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.descriptor.Descriptor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedValuesTest {

    @Test
    void valuesAreReadByTheirNamesOrShortOnes() {
        AskedValues asked = AskedValues.parse("density=0.4, range=12,contour=Rising,interval=-2.5");

        assertThat(asked.texts())
                .isEqualTo(Map.of(
                        Descriptor.NOTE_DENSITY, "0.4",
                        Descriptor.RANGE, "12",
                        Descriptor.CONTOUR, "rising",
                        Descriptor.AVERAGE_INTERVAL, "-2.5"));
        assertThat(AskedValues.parse(asked.toString())).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "density        | density=0.4,range=12,contour=rising, and \"density\" is not so",
                "density=       | density must be a number, such as 0.4, was \"\"",
                "density=NaN    | density must be a number",
                "range=1e9      | range must be a number, such as 12",
                "range=rising   | range must be a number",
                "contour=up     | a contour is rising, level, falling or a number of semitones, and not \"up\"",
                "joy=1          | There is no descriptor joy",
                "range=1,range=2| range is asked for twice",
            })
    void whatIsNoValueIsRefused(String text, String message) {
        assertThatThrownBy(() -> AskedValues.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
