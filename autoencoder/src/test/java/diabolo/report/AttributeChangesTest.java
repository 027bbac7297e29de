package diabolo.report;

import static diabolo.descriptor.Descriptor.C_DIATONIC;
import static diabolo.descriptor.Descriptor.NOTE_DENSITY;
import static org.assertj.core.api.Assertions.assertThat;

import diabolo.descriptor.Descriptor;
import diabolo.report.AttributeChanges.Change;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeChangesTest {

    private static final double BEFORE = 100;
    private static final double DEVIATION = 50;

    private static Map<Descriptor, Map<Descriptor, Change>> changes(
            double diatonic, double density, double diatonicByDensity, double densityByDiatonic) {
        return new EnumMap<>(Map.of(
                C_DIATONIC,
                Map.of(C_DIATONIC, by(diatonic), NOTE_DENSITY, by(densityByDiatonic)),
                NOTE_DENSITY,
                Map.of(C_DIATONIC, by(diatonicByDensity), NOTE_DENSITY, by(density))));
    }

    private static Change by(double difference) {
        return new Change(BEFORE, BEFORE + difference, DEVIATION);
    }

    private static String verdict(Map<Descriptor, Map<Descriptor, Change>> changes, double strength) {
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
    void whatOthersMoveAsFarOrWhatGoesTheWrongWayIsSaidInStandardDeviations() {
        assertThat(verdict(changes(5, 7, -6, 1), 1))
                .contains("Not every", "c-diatonic changes by +0.10, and by up to 0.12 with other vectors")
                .doesNotContain("note-density");
        assertThat(verdict(changes(5, 7, 1, 1), -1)).contains("c-diatonic", "note-density changes by +0.14");
    }

    @Test
    void anAttributeThatWasAbsentHasNoPerCents() {
        assertThat(new Change(0, 0.1, 0.2).inPerCent()).isEmpty();
        assertThat(new Change(0, 0.1, 0.2).inDeviations()).isEqualTo(0.5);
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

        new AttributeChanges(changes(5, 7, 4, -6), 1).addOwn(report, "matrix.");

        assertThat(report.metrics())
                .hasSize(36)
                .containsEntry("matrix.note-density.deviations", 0.14)
                .containsEntry("matrix.note-density.others.deviations", 0.12)
                .containsEntry("matrix.c-diatonic.note-density", -6.0);
        assertThat(MetricsTable.undocumented(report.metrics())).isEmpty();
    }
}
