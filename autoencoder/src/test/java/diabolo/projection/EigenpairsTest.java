package diabolo.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class EigenpairsTest {

    @Test
    void equalEigenvaluesAreFoundAsOftenAsTheyAre() {
        Eigenpairs found = largest(diagonal(500, i -> i < 3 ? 9 : i < 5 ? 4 : -20 + 1.0 / i), 5);

        assertThat(found.values()).containsExactly(new double[] {9, 9, 9, 4, 4}, within(1e-8));
    }

    @Test
    void spaceOfCloseEigenvaluesIsFoundAsWell() {
        Eigenpairs found = largest(diagonal(400, i -> 100 - 0.01 * i), 3);

        assertThat(found.values()).containsExactly(new double[] {100, 99.99, 99.98}, within(1e-6));
    }

    @Test
    void largeMatrixGivesWhatTheWholeDecompositionGives() {
        DMatrixRMaj matrix = symmetric(260, new SplittableRandom(3));

        Eigenpairs found = largest(matrix.numRows, vectors -> CommonOps_DDRM.mult(matrix, vectors, null), 4);

        Eigenpairs whole = Eigenpairs.whole(matrix.copy(), 4);
        for (int i = 0; i < 4; i++) {
            assertThat(found.values()[i]).isEqualTo(whole.values()[i], within(1e-7));
            assertThat(found.vectors()[i]).containsExactly(whole.vectors()[i], within(1e-5));
        }
    }

    private static Eigenpairs largest(DMatrixRMaj diagonal, int count) {
        return largest(diagonal.numRows, vectors -> CommonOps_DDRM.mult(diagonal, vectors, null), count);
    }

    private static Eigenpairs largest(int size, UnaryOperator<DMatrixRMaj> times, int count) {
        return Eigenpairs.largest(size, times, count, new SplittableRandom(7), Progress.silent());
    }

    private static DMatrixRMaj diagonal(int size, IntToDoubleFunction value) {
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            matrix.set(i, i, value.applyAsDouble(i));
        }
        return matrix;
    }

    private static DMatrixRMaj symmetric(int size, SplittableRandom random) {
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = random.nextGaussian();
                matrix.set(i, j, entry);
                matrix.set(j, i, entry);
            }
        }
        return matrix;
    }
}
