package diabolo.lecture.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.RealMusic;
import diabolo.projection.Isomap;
import diabolo.projection.Pca;
import diabolo.report.MetricsTable;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifoldExperimentTest {

    private static final RandomSource RANDOM = RandomSource.of(4);

    @TempDir
    private Path folder;

    @Test
    void isomapUnrollsTheRollAndTSneKeepsNeighboursOfDigits() throws IOException {
        QuickStudy quick = QuickStudy.in(folder);
        Corpora.ofMelodies().forEach(RealMusic::folder);

        Report report = quick.run(new ManifoldExperiment(quick.study(), QuickStudy.FEW, QuickStudy.MELODIES));
        report.write(folder);

        Map<String, Double> metrics = report.metrics();
        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(metrics.get("roll.isomap.correlation")).isGreaterThan(0.98);
        assertThat(metrics.get("roll.isomap.correlation"))
                .isGreaterThan(Objects.requireNonNull(metrics.get("roll.pca.correlation")) + 0.3);
        assertThat(metrics.get("digits.tsne.trustworthiness"))
                .isGreaterThan(Objects.requireNonNull(metrics.get("digits.pca.trustworthiness")) + 0.05);
        assertThat(metrics.get("sphere.chart.trustworthiness"))
                .isGreaterThan(metrics.get("sphere.pca.trustworthiness"));
        assertThat(metrics.get("sphere.chart.continuity")).isLessThan(metrics.get("sphere.pca.continuity"));
        assertThat(metrics.get("digits.autoencoder.trustworthiness")).isGreaterThan(0.55);
        assertThat(metrics).containsKeys("melodies.umap.continuity", "melodies.autoencoder.trustworthiness");
    }

    @Test
    void distancesAlongTheRollAreThoseOfItsSheet() {
        PointCloud roll = SwissRoll.of(700, RANDOM);

        float[][] isomap = new Isomap(10).of(roll.points(), RANDOM, _ -> {});
        float[][] pca = new Pca().of(roll.points(), RANDOM, _ -> {});

        PointCloud.Geodesic truth = roll.truth().orElseThrow();
        assertThat(PointCloud.correlation(isomap, truth)).isGreaterThan(0.99);
        assertThat(PointCloud.correlation(pca, truth)).isLessThan(0.7);
    }

    @Test
    void lengthOfTheSpiralIsThatOfItsIntegral() {
        double sum = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            sum += Math.hypot(1, 4.5 * Math.PI * (i + 0.5) / steps) * 4.5 * Math.PI / steps;
        }

        assertThat(SwissRoll.lengthOfSpiral(4.5 * Math.PI)).isEqualTo(sum, within(1e-4));
    }

    @Test
    void theEarthIsASphereWhoseDistancesAreArcs() {
        PointCloud earth = Earth.of(300);

        assertThat(List.of(earth.points()))
                .allSatisfy(point -> assertThat(point[0] * point[0] + point[1] * point[1] + point[2] * point[2])
                        .isEqualTo(1, within(1e-5f)));
        float[][] chart = Earth.chart(earth.points());
        for (int i = 1; i < 200; i++) {
            double haversine = haversine(chart[0], chart[i]);
            assertThat(earth.truth().orElseThrow().between(0, i)).isEqualTo(haversine, within(1e-3));
        }
    }

    /** Of longitude and latitude: Sinnott, "Virtues of the haversine", 1984. */
    private static double haversine(float[] a, float[] b) {
        double h = Math.pow(Math.sin((a[1] - b[1]) / 2), 2)
                + Math.cos(a[1]) * Math.cos(b[1]) * Math.pow(Math.sin((a[0] - b[0]) / 2), 2);
        return 2 * Math.asin(Math.sqrt(h));
    }
}
