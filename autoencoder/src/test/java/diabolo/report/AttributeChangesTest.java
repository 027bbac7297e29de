package diabolo.report;

import static diabolo.descriptor.Descriptor.C_DIATONIC;
import static diabolo.descriptor.Descriptor.NOTE_DENSITY;
import static org.assertj.core.api.Assertions.assertThat;

import diabolo.descriptor.Descriptor;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeChangesTest {

    private static Map<Descriptor, Map<Descriptor, Double>> changes(
            double diatonic, double density, double diatonicByDensity, double densityByDiatonic) {
        return new EnumMap<>(Map.of(
                C_DIATONIC,
                Map.of(C_DIATONIC, diatonic, NOTE_DENSITY, densityByDiatonic),
                NOTE_DENSITY,
                Map.of(C_DIATONIC, diatonicByDensity, NOTE_DENSITY, density)));
    }

    private static String verdict(Map<Descriptor, Map<Descriptor, Double>> changes, double strength) {
        return new AttributeChanges(changes, strength).verdict();
    }

    @Test
    void vectorsThatMoveTheirOwnAttributeMostToTheRightSideAreSaidToDoSo() {
        String all =
                "Each vector changes its own attribute in the right direction, and by more than any other vector does.";

        assertThat(verdict(changes(5, 7, 4, -6), 1)).isEqualTo(all);
        assertThat(verdict(changes(-5, -7, 4, -6), -1)).isEqualTo(all);
    }

    @Test
    void whatOthersMoveAsFarOrWhatGoesTheWrongWayIsSaidWithItsPerCents() {
        assertThat(verdict(changes(5, 7, -6, 1), 1))
                .contains("Not every", "c-diatonic changes by +5 %, and by up to 6 % with other vectors")
                .doesNotContain("note-density");
        assertThat(verdict(changes(5, 7, 1, 1), -1)).contains("c-diatonic", "note-density changes by +7");
    }

    @Test
    void theChangesThatAMatrixWritesAreDocumented() throws IOException {
        Report report = new Report("attributes", "Attributes");
        for (AttributeMatrix.Prefixes prefixes : List.of(AttributeMatrix.OF_SAMPLES, AttributeMatrix.OF_HELD_OUT)) {
            for (String prefix : List.of(
                    prefixes.added(),
                    prefixes.subtracted(),
                    prefixes.quartilesAdded(),
                    prefixes.quartilesSubtracted())) {
                new AttributeChanges(changes(5, 7, 4, -6), 1).addTo(report, prefix);
            }
        }

        assertThat(report.metrics()).hasSize(32).containsEntry("matrix.c-diatonic.note-density", -6.0);
        assertThat(MetricsTable.undocumented(report.metrics())).isEmpty();
    }
}
