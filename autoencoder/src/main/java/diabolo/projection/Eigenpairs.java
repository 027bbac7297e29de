package diabolo.projection;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The largest eigenvalues of a symmetric matrix and their eigenvectors, of which the largest entry is positive.
 *
 * <p>A small matrix is decomposed as a whole. Of a large one only products with a few vectors are needed: the eigenpairs are those of
 * its restriction to a block Krylov space (Golub and Van Loan, "Matrix Computations", 4th edition, section 10.3.6), built anew from
 * the best vectors until the residuals are small. A block finds equal eigenvalues, which a single vector would miss.
 *
 * @param values falling
 * @param vectors of length 1, at right angles: [eigenpair][size]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Eigenpairs(double[] values, double[][] vectors) {

    /** Up to this size, or twice that of the Krylov space, the whole decomposition takes less time. */
    private static final int SMALL = 150;

    private static final int EXTRA_VECTORS = 4;
    private static final int BLOCKS = 12;

    /** Where more are needed, the next eigenvalue is so near that its vector serves as well. */
    private static final int RESTARTS = 40;

    /** Of a residual, relative to the largest eigenvalue. */
    private static final double TOLERANCE = 1e-10;

    /**
     * The largest eigenpairs of a matrix that is known by its products.
     *
     * @param size of the matrix
     * @param times the product of the matrix and [size][any number of vectors]
     * @param count of eigenpairs, 1 to size
     * @param random for the first vectors; the result depends on it by rounding alone
     */
    static Eigenpairs largest(
            int size, UnaryOperator<DMatrixRMaj> times, int count, RandomGenerator random, Progress progress) {
        int block = count + EXTRA_VECTORS;
        if (size <= Math.max(SMALL, 2 * BLOCKS * block)) {
            return whole(times.apply(CommonOps_DDRM.identity(size)), count);
        }
        double[][] first = IntStream.range(0, block)
                .mapToObj(_ -> random.doubles(size, -1, 1).toArray())
                .toArray(double[][]::new);
        KrylovSpace space = KrylovSpace.spanned(first, times, BLOCKS, progress);
        Eigenpairs found = space.restricted(block);
        for (int restart = 0; restart < RESTARTS && space.residual(found, count) > TOLERANCE; restart++) {
            space = KrylovSpace.spanned(found.vectors, times, BLOCKS, progress);
            found = space.restricted(block);
        }
        return found.first(count);
    }

    /** The largest eigenpairs of a small symmetric matrix, which is overwritten. */
    static Eigenpairs whole(DMatrixRMaj matrix, int count) {
        int size = matrix.numRows;
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(size, true, true);
        if (!decomposition.decompose(matrix)) {
            throw new ArithmeticException(
                    "the eigenvalues of a matrix of size %d were not found; give points of less different magnitude"
                            .formatted(size));
        }
        List<Integer> order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -decomposition.getEigenvalue(i).getReal()))
                .limit(count)
                .toList();
        return new Eigenpairs(
                order.stream()
                        .mapToDouble(i -> decomposition.getEigenvalue(i).getReal())
                        .toArray(),
                order.stream()
                        .map(i -> withSign(decomposition.getEigenVector(i).data.clone()))
                        .toArray(double[][]::new));
    }

    private Eigenpairs first(int count) {
        return new Eigenpairs(
                IntStream.range(0, count).mapToDouble(i -> values[i]).toArray(),
                IntStream.range(0, count).mapToObj(i -> withSign(vectors[i])).toArray(double[][]::new));
    }

    /** Makes the entry with the largest magnitude positive: of a vector and its opposite, one. */
    private static double[] withSign(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        if (largest < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
        return vector;
    }
}
