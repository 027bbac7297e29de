package diabolo.lecture.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistAutoencoderTest {

    @TempDir
    private Path folder;

    @Test
    void itBeatsPrincipalComponentsAndRandomCodesMissTheDigits() throws IOException {
        Map<String, Double> metrics = TinyStudy.metrics(
                folder, study -> new MnistAutoencoder(study, new MnistAutoencoder.Size(2_000, 400, 10, 60, 10)));

        assertThat(metrics.get("test.mse"))
                .isLessThan(metrics.get("pca.clipped.mse"))
                .isLessThan(metrics.get("mean.mse"));
        assertThat(metrics.get("test.bce")).isGreaterThan(metrics.get("floor.bce"));
        assertThat(metrics.get("uniform1.outsideShare")).isGreaterThan(0.4);
        assertThat(metrics.get("uniform1.nearestDistance")).isGreaterThan(metrics.get("real.nearestDistance"));
    }
}
