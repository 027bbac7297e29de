package diabolo.lecture.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.lecture.Lecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariationalDigitsTest {

    private static final VariationalDigits.Size SIZE =
            new VariationalDigits.Size(3_000, 300, List.of(784, 100), List.of(784, 100), 15, 15, 15, 25, 1e-3, 20);

    @TempDir
    private Path folder;

    @Test
    void samplesOfTheVariationalOneAreNearerToDigitsAndMoreSamplesBoundTighter() throws IOException {
        Map<String, Double> metrics = TinyStudy.metrics(folder, study -> new VariationalDigits(study, SIZE));

        assertThat(metrics.get("z20.sampled.nearestDistance"))
                .isLessThan(metrics.get("plain20.sampled.nearestDistance"));
        assertThat(metrics.get("z20.elbo"))
                .isEqualTo(metrics.get("code20.elbo.nats"))
                .isGreaterThan(metrics.get("z2.elbo"))
                .isCloseTo(
                        -metrics.getOrDefault("code20.reconstruction.nats", 0.0)
                                - metrics.getOrDefault("code20.kl.nats", 0.0),
                        within(1e-9));
        assertThat(metrics.get("z20.iwae"))
                .isGreaterThan(metrics.get("z20.elbo"))
                .isLessThan(-metrics.getOrDefault("test.greyEntropy.nats", 0.0));
    }

    @Test
    void theOlderNameStillRunsIt() throws IOException {
        assertThat(Lecture.find("vae-digits").experimentName()).isEqualTo("vae");
    }
}
