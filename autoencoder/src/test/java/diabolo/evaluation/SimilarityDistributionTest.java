package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityDistributionTest {

    @Test
    void fewNumbersSumItUp() {
        SimilarityDistribution distribution = new SimilarityDistribution(List.of(1.0, 0.2, 0.9, 0.3));

        assertThat(distribution.values()).containsExactly(0.2, 0.3, 0.9, 1.0);
        assertThat(distribution.mean()).isEqualTo(0.6, within(1e-12));
        assertThat(distribution.deviation()).isEqualTo(Math.sqrt((0.16 + 0.09 + 0.09 + 0.16) / 4), within(1e-12));
        assertThat(distribution.median()).isEqualTo(0.9);
        assertThat(distribution.copyShare()).isEqualTo(0.5);
    }

    @Test
    void nothingGivesZeros() {
        SimilarityDistribution nothing = new SimilarityDistribution(List.of());

        assertThat(nothing.mean()).isZero();
        assertThat(nothing.deviation()).isZero();
        assertThat(nothing.median()).isZero();
        assertThat(nothing.copyShare()).isZero();
    }
}
