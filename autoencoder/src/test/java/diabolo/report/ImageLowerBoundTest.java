package diabolo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImageLowerBoundTest {

    @Test
    void greyPixelsHaveAnEntropyOfTheirOwn() {
        assertThat(ImageLowerBound.greyEntropy(new float[][] {{0, 1, 0.5f}, {0.5f, 0.5f, 0}}))
                .isCloseTo(1.5 * Math.log(2), within(1e-6));
    }
}
