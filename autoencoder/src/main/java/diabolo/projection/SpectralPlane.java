package diabolo.projection;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;

/**
 * Where UMAP's authors start: the two slowest oscillations of the graph, which are the eigenvectors of its normalized Laplacian
 * I - D^-1/2 W D^-1/2 with the smallest eigenvalues but 0 (McInnes et al. 2018, algorithm 4; Belkin and Niyogi 2003). Along a rolled
 * sheet they rise from one end to the other.
 */
final class SpectralPlane {

    /** The eigenvector of 0 comes first and is left out. */
    private static final int EIGENPAIRS = 3;

    private SpectralPlane() {}

    /**
     * [x, y, x, y, ...], the largest of each coordinate so large; none where the graph is in several parts, whose eigenvectors tell the
     * parts apart and nothing else.
     *
     * @param weights symmetric, 0 or more
     */
    static Optional<double[]> of(SparseRows weights, double largest, RandomGenerator random, Progress progress) {
        if (new NeighbourGraph(weights).parts().size() > 1) {
            return Optional.empty();
        }
        int size = weights.rows();
        SparseRows normalized = normalized(weights);
        Eigenpairs pairs =
                Eigenpairs.largest(size, vectors -> shifted(normalized, vectors), EIGENPAIRS, random, progress);
        double[] plane = new double[2 * size];
        for (int axis = 0; axis < 2; axis++) {
            double[] vector = pairs.vectors()[axis + 1];
            double most = 0;
            for (double entry : vector) {
                most = Math.max(most, Math.abs(entry));
            }
            for (int point = 0; point < size; point++) {
                plane[2 * point + axis] = most == 0 ? 0 : largest * vector[point] / most;
            }
        }
        return Optional.of(plane);
    }

    /** D^-1/2 W D^-1/2, where D has the sums of the rows. */
    private static SparseRows normalized(SparseRows weights) {
        double[] roots = new double[weights.rows()];
        for (int row = 0; row < roots.length; row++) {
            double sum = 0;
            for (int i = weights.start()[row]; i < weights.start()[row + 1]; i++) {
                sum += weights.values()[i];
            }
            roots[row] = Math.sqrt(sum);
        }
        double[] values = weights.values().clone();
        for (int row = 0; row < roots.length; row++) {
            for (int i = weights.start()[row]; i < weights.start()[row + 1]; i++) {
                double both = roots[row] * roots[weights.columns()[i]];
                values[i] = both == 0 ? 0 : values[i] / both;
            }
        }
        return new SparseRows(weights.start(), weights.columns(), values);
    }

    /** (I + A) / 2 times [size][vectors]: its eigenvalues are from 0 to 1, the largest those that are wanted. */
    private static DMatrixRMaj shifted(SparseRows normalized, DMatrixRMaj vectors) {
        DMatrixRMaj product = vectors.copy();
        int columns = vectors.numCols;
        for (int row = 0; row < normalized.rows(); row++) {
            for (int i = normalized.start()[row]; i < normalized.start()[row + 1]; i++) {
                int other = normalized.columns()[i] * columns;
                for (int column = 0; column < columns; column++) {
                    product.data[row * columns + column] += normalized.values()[i] * vectors.data[other + column];
                }
            }
        }
        for (int i = 0; i < product.data.length; i++) {
            product.data[i] /= 2;
        }
        return product;
    }
}
