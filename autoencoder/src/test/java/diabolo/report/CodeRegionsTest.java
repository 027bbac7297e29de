package diabolo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.evaluation.CodeRegion;
import diabolo.evaluation.RollStatistics;
import diabolo.evaluation.SimilarityDistribution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeRegionsTest {

    @Test
    void theEncoderFindsPositiveCodesAgainAndMissesNegativeNumbers() {
        float[][] codes = {{3, 4}, {3, -4}, {0, 0}};

        CodeRegions.Measures measures = CodeRegions.Measures.of(
                CodeRegionsTest::rectified,
                new CodeRegion(new float[] {0, 0}, new float[] {3, 3}),
                codes,
                new RollStatistics(0, 0, 0, 0),
                new SimilarityDistribution(List.of()));

        assertThat(measures.codeLength()).isEqualTo(10.0 / 3, within(1e-12));
        assertThat(measures.outsideShare()).isEqualTo(2.0 / 6);
        assertThat(measures.reencodingError()).isEqualTo((0 + 4.0 / 5) / 2, within(1e-12));
    }

    /** What is below 0 is encoded as 0. */
    private static float[][] rectified(float[][] codes) {
        return Arrays.stream(codes)
                .map(code -> new float[] {Math.max(0, code[0]), Math.max(0, code[1])})
                .toArray(float[][]::new);
    }
}
