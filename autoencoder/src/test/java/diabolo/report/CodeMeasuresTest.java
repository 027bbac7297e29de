package diabolo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.evaluation.CodeRegion;
import diabolo.evaluation.RollStatistics;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.model.Autoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.ModelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeMeasuresTest {

    @Test
    void theEncoderFindsPositiveCodesAgainAndMissesNegativeNumbers() {
        float[][] codes = {{3, 4}, {3, -4}, {0, 0}};

        CodeMeasures measures = CodeMeasures.of(
                new Rectifier(),
                new CodeRegion(new float[] {0, 0}, new float[] {3, 3}),
                codes,
                new RollStatistics(0, 0, 0, 0),
                new SimilarityDistribution(List.of()));

        assertThat(measures.codeLength()).isEqualTo(10.0 / 3, within(1e-12));
        assertThat(measures.outsideShare()).isEqualTo(2.0 / 6);
        assertThat(measures.reencodingError()).isEqualTo((0 + 4.0 / 5) / 2, within(1e-12));
    }

    /** Decodes a code to itself, and encodes what is below 0 as 0. */
    private static final class Rectifier implements Autoencoder {
        @Override
        public ModelSpec spec() {
            return DenseSpec.sigmoid(2, 2);
        }

        @Override
        public float[][] encode(float[][] frames) {
            float[][] codes = new float[frames.length][];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = new float[] {Math.max(0, frames[i][0]), Math.max(0, frames[i][1])};
            }
            return codes;
        }

        @Override
        public float[][] decode(float[][] codes) {
            return codes;
        }

        @Override
        public void close() {
            // owns nothing
        }
    }
}
