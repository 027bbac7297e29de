package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.experiment.ExperimentCatalog;
import diabolo.representation.Frames;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingEstimateTest {

    @Test
    void allUpdatesOfAPlanAreCounted() throws IOException {
        List<Frames> windows =
                Collections.nCopies(100, new Tokens(new int[1][Melody.of(2).steps()]));

        TrainingEstimate estimate = TrainingEstimate.of(
                ExperimentCatalog.find("melody-2bar").withEpochs(7).plan(), Examples.of(windows));

        assertThat(estimate.updates()).isEqualTo(7 * 3); // of 48 examples
        assertThat(estimate.duration()).isBetween(Duration.ZERO, Duration.ofHours(1));
    }
}
