package diabolo.lecture.ragtime;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.RealMusic;
import diabolo.experiment.DataFolder;
import diabolo.experiment.ExperimentProgress;
import diabolo.experiment.Experiments;
import diabolo.experiment.RunFolder;
import diabolo.report.Effort;
import diabolo.report.MetricsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoHandsTest {

    private static final String HOME = "diabolo.home"; // of the included models

    @TempDir
    private Path folder;

    @BeforeAll
    static void findIncludedModels() {
        System.setProperty(HOME, "..");
    }

    @AfterAll
    static void forgetIncludedModels() {
        System.clearProperty(HOME);
    }

    @Test
    void theLeftHandIsAsSteadyAsInWrittenRagsAndNothingIsCopied() throws IOException {
        Path data = RealMusic.folder(TwoHands.DATA_SET);
        Experiments.Request request = new Experiments.Request(
                new DataFolder(List.of(data.resolveSibling("."))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("run")),
                Optional.empty(),
                Effort.QUICK,
                RunFolder.Start.FRESH);

        Map<String, Double> metrics = RagtimeStudies.ENTRIES
                .getFirst()
                .run(request, ExperimentProgress.SILENT)
                .report()
                .metrics();

        assertThat(MetricsTable.undocumented(metrics)).isEmpty();
        assertThat(distance(metrics, "rags.leftHandPulse"))
                .isLessThan(distance(metrics, "deepHear.rags.leftHandPulse") / 2);
        assertThat(distance(metrics, "rags.singleSixteenths"))
                .isLessThan(distance(metrics, "deepHear.rags.singleSixteenths"));
        assertThat(metrics.getOrDefault("rags.similarity", 1.0))
                .isLessThan(metrics.getOrDefault("train.rags.similarity", 0.0) + 0.1);
    }

    /** From held-out rags. */
    private static double distance(Map<String, Double> metrics, String name) {
        String figure = "heldOut.rags." + name.substring(name.lastIndexOf('.') + 1);
        return Math.abs(metrics.getOrDefault(name, Double.NaN) - metrics.getOrDefault(figure, Double.NaN));
    }
}
