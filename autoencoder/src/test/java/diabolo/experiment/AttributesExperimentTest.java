package diabolo.experiment;

import static diabolo.descriptor.Descriptor.C_DIATONIC;
import static diabolo.descriptor.Descriptor.NOTE_DENSITY;
import static org.assertj.core.api.Assertions.assertThat;

import diabolo.descriptor.Descriptor;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesExperimentTest {

    private static Map<Descriptor, Map<Descriptor, Double>> changes(
            double diatonic, double density, double diatonicByDensity, double densityByDiatonic) {
        return new EnumMap<>(Map.of(
                C_DIATONIC,
                Map.of(C_DIATONIC, diatonic, NOTE_DENSITY, densityByDiatonic),
                NOTE_DENSITY,
                Map.of(C_DIATONIC, diatonicByDensity, NOTE_DENSITY, density)));
    }

    @Test
    void vectorsThatMoveTheirOwnAttributeMostToTheRightSideAreSaidToDoSo() {
        String all = "Each moves its own attribute the right way, by more than any of the others moves it.";

        assertThat(AttributesExperiment.verdict(changes(5, 7, 4, -6), 1)).isEqualTo(all);
        assertThat(AttributesExperiment.verdict(changes(-5, -7, 4, -6), -1)).isEqualTo(all);
    }

    @Test
    void whatOthersMoveAsFarOrWhatGoesTheWrongWayIsSaidWithItsPerCents() {
        assertThat(AttributesExperiment.verdict(changes(5, 7, -6, 1), 1))
                .contains("Not every", "c-diatonic goes by +5 %, and by up to 6 % with other vectors")
                .doesNotContain("note-density");
        assertThat(AttributesExperiment.verdict(changes(5, 7, 1, 1), -1))
                .contains("c-diatonic", "note-density goes by +7");
    }
}
