package diabolo.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SparseCodingTest {

    private static Dictionary sines() {
        float[][] elements = new float[9][6];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 6; j++) {
                elements[i][j] = (float) Math.sin(1.3 * i * j + 0.41 * j * j + 0.4 * i * i);
            }
            float length = (float) Math.sqrt(Dictionary.squares(elements[i]));
            for (int j = 0; j < 6; j++) {
                elements[i][j] /= length;
            }
        }
        return new Dictionary(elements);
    }

    private static float[][] cosines() {
        float[][] examples = new float[3][6];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 6; j++) {
                examples[i][j] = (float) (2 * Math.cos(0.9 * i * j + 0.37 * j * j + 0.7 * i));
            }
        }
        return examples;
    }

    /** Golden values: scikit-learn 1.2.1, sparse_encode by coordinate descent; by least angles to three digits the same. */
    @Test
    void codesAreThoseOfCoordinateDescent() {
        float[][] codes = new SparseCoding(0.3, 3_000).encode(sines(), cosines());

        assertThat(codes[0])
                .containsExactly(new float[] {0, 0.57383f, 0, -0.52328f, 0, -3.93462f, 0.08421f, 0, 0}, within(2e-3f));
        assertThat(codes[1])
                .containsExactly(
                        new float[] {-1.09029f, 1.68452f, 1.33528f, -0.2674f, 0, 0.11329f, 0, 0, 0.24062f},
                        within(2e-3f));
        assertThat(codes[2])
                .containsExactly(new float[] {0, -2.09958f, 0, 0, -0.55574f, 0, 0, 1.17814f, 0.63526f}, within(2e-3f));
    }

    @Test
    void aLargerPenaltyLeavesFewerElementsAndALargerError() {
        float[][] examples = cosines();
        Sparsity dense = sparsity(0.05, examples);
        Sparsity sparse = sparsity(0.8, examples);

        assertThat(sparse.nonZeroShare()).isLessThan(dense.nonZeroShare());
        assertThat(sparse.snrDb()).isLessThan(dense.snrDb());
    }

    private static Sparsity sparsity(double penalty, float[][] examples) {
        float[][] codes = new SparseCoding(penalty, 2_000).encode(sines(), examples);
        return Sparsity.of(examples, codes, sines().decode(codes));
    }

    @Test
    void aPenaltyAboveAllLikenessGivesNothing() {
        float[][] codes = new SparseCoding(100, 5).encode(sines(), cosines());

        assertThat(codes).isDeepEqualTo(new float[3][9]);
    }

    @Test
    void examplesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> new SparseCoding(0.3, 5).encode(sines(), new float[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an example of this dictionary has 6 numbers, was given 2");
        assertThatThrownBy(() -> new Dictionary(new float[][] {{3, 4}})).hasMessageContaining("one had 5.0");
    }
}
