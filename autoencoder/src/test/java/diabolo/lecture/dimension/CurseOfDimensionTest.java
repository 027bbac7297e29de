package diabolo.lecture.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.experiment.LabelledDigits;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurseOfDimensionTest {

    @TempDir
    private Path folder;

    @Test
    void randomDistancesConcentrateAndDigitsDoNot() throws IOException {
        RealMusic.folder(LabelledDigits.DATA_SET);
        Corpora.ofMelodies().forEach(RealMusic::folder);
        QuickStudy quick = QuickStudy.in(folder);

        Report report = quick.run(new CurseOfDimension(quick.study(), QuickStudy.FEW, QuickStudy.MELODIES));
        report.write(folder);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics.get("uniform.d100.relativeSpread")).isBetween(0.055 * 0.85, 0.055 * 1.15);
        assertThat(metrics.get("normal.d100.relativeSpread")).isBetween(0.061 * 0.85, 0.061 * 1.15);
        assertThat(metrics.get("uniform.d1.relativeSpread"))
                .isGreaterThan(5 * Objects.requireNonNull(metrics.get("uniform.d100.relativeSpread")));
        assertThat(metrics.get("uniform.d100.relativeSpread"))
                .isGreaterThan(5 * Objects.requireNonNull(metrics.get("uniform.d10000.relativeSpread")));
        assertThat(metrics.get("knn.testError"))
                .isLessThan(Objects.requireNonNull(metrics.get("shuffled.knn.testError")) / 5);
        assertThat(metrics.get("digits.relativeSpread"))
                .isGreaterThan(2 * Objects.requireNonNull(metrics.get("shuffled.relativeSpread")));
        assertThat(metrics.get("digits.intrinsicDimension"))
                .isLessThan(Objects.requireNonNull(metrics.get("shuffled.intrinsicDimension")) / 3);
        assertThat(metrics.get("melodies.byCode.sameTune"))
                .isGreaterThan(4 * Objects.requireNonNull(metrics.get("melodies.byChance.sameTune")));
    }
}
