package diabolo.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The space that a block of vectors and its products with a symmetric matrix span.
 *
 * @param basis of length 1, at right angles
 * @param products of the matrix and each vector of the basis
 */
record KrylovSpace(List<double[]> basis, List<double[]> products) {

    /** What is left of a vector, relative to its length, where it lies in the space but for rounding. */
    private static final double NOTHING = 1e-10;

    static KrylovSpace spanned(double[][] block, UnaryOperator<DMatrixRMaj> times, int blocks, Progress progress) {
        KrylovSpace space = new KrylovSpace(new ArrayList<>(), new ArrayList<>());
        List<double[]> newest = space.extended(List.of(block));
        for (int i = 0; i < blocks && !newest.isEmpty(); i++) {
            progress.checkInterruption();
            List<double[]> products = columns(times.apply(matrix(newest)));
            space.products.addAll(products);
            newest = i == blocks - 1 ? List.of() : space.extended(products);
        }
        return space;
    }

    /** Adds what is new in the vectors to the basis, and gives it. */
    private List<double[]> extended(List<double[]> vectors) {
        List<double[]> added = new ArrayList<>();
        for (double[] vector : vectors) {
            double[] rest = vector.clone();
            double before = length(rest);
            // Twice is enough: what rounding leaves of the basis after the first time goes with the second.
            for (int time = 0; time < 2; time++) {
                for (double[] direction : basis) {
                    add(rest, -dot(rest, direction), direction);
                }
            }
            double left = length(rest);
            if (left > NOTHING * before && basis.size() < rest.length) {
                for (int i = 0; i < rest.length; i++) {
                    rest[i] /= left;
                }
                basis.add(rest);
                added.add(rest);
            }
        }
        return added;
    }

    /** The largest eigenpairs of the matrix restricted to this space (Rayleigh-Ritz). */
    Eigenpairs restricted(int count) {
        int size = basis.size();
        DMatrixRMaj restriction = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = dot(basis.get(i), products.get(j));
                restriction.set(i, j, entry);
                restriction.set(j, i, entry);
            }
        }
        Eigenpairs small = Eigenpairs.whole(restriction, Math.min(count, size));
        double[][] vectors = new double[small.values().length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = combined(basis, small.vectors()[i]);
        }
        return new Eigenpairs(small.values(), vectors);
    }

    /** How far the first of the eigenpairs are from being such: the largest |A v - value v|, relative to the largest value. */
    double residual(Eigenpairs found, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double[] vector = found.vectors()[i];
            double[] coefficients = basis.stream()
                    .mapToDouble(direction -> dot(direction, vector))
                    .toArray();
            double[] rest = combined(products, coefficients);
            add(rest, -found.values()[i], vector);
            largest = Math.max(largest, length(rest));
        }
        double scale = Math.abs(found.values()[0]);
        return scale == 0 ? 0 : largest / scale;
    }

    private static double[] combined(List<double[]> vectors, double[] coefficients) {
        double[] sum = new double[vectors.getFirst().length];
        for (int i = 0; i < coefficients.length; i++) {
            add(sum, coefficients[i], vectors.get(i));
        }
        return sum;
    }

    private static void add(double[] sum, double factor, double[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        return dot(a, b, 0);
    }

    /**
     * The scalar product of a vector and as much of a row of others; four sums side by side, since each addition waits for the one before.
     */
    static double dot(double[] a, double[] b, int start) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * b[start + i];
            sum1 += a[i + 1] * b[start + i + 1];
            sum2 += a[i + 2] * b[start + i + 2];
            sum3 += a[i + 3] * b[start + i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[start + i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    private static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static DMatrixRMaj matrix(List<double[]> columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(columns.getFirst().length, columns.size());
        for (int column = 0; column < matrix.numCols; column++) {
            for (int row = 0; row < matrix.numRows; row++) {
                matrix.set(row, column, columns.get(column)[row]);
            }
        }
        return matrix;
    }

    static List<double[]> columns(DMatrixRMaj matrix) {
        List<double[]> columns = new ArrayList<>();
        for (int column = 0; column < matrix.numCols; column++) {
            double[] vector = new double[matrix.numRows];
            for (int row = 0; row < vector.length; row++) {
                vector[row] = matrix.get(row, column);
            }
            columns.add(vector);
        }
        return columns;
    }
}
