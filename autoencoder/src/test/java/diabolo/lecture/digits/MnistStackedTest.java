package diabolo.lecture.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistStackedTest {

    @TempDir
    private Path folder;

    @Test
    void bothTrainingsBeatPrincipalComponentsAndFineTuningBeatsTheCascade() throws IOException {
        Map<String, Double> metrics = TinyStudy.metrics(
                folder,
                study -> new MnistStacked(
                        study,
                        new MnistStacked.Size(
                                3_000, 400, List.of(784, 80, 40, 5), 3, 7, 5, 10, MnistStacked.Size.QUICK_RATE)));

        assertThat(metrics.get("cascade.test.mse")).isLessThan(metrics.get("pca.mse"));
        assertThat(metrics.get("atOnce.test.mse")).isLessThan(metrics.get("pca.mse"));
        assertThat(metrics.get("greedy.test.mse")).isLessThan(metrics.get("mean.mse"));
        assertThat(metrics.get("cascade.test.mse")).isLessThan(metrics.get("greedy.test.mse"));
        assertThat(metrics.get("testDigits.confidence"))
                .isGreaterThan(metrics.get("uniform1.confidence"))
                .isGreaterThan(metrics.get("shuffled.confidence"));
    }
}
