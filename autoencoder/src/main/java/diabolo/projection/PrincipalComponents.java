package diabolo.projection;

import static diabolo.note.Checks.requireBetween;

import diabolo.tensor.RandomSource;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The directions in which points vary most, and by how much.
 *
 * <pre>{@code
 * PrincipalComponents components = PrincipalComponents.of(codes, 5, RandomSource.of(7), progress -> {});
 * double share = components.variances()[0] / components.totalVariance(); // that the first explains
 * float[][] projected = components.project(codes);                       // [codes][5]
 * }</pre>
 *
 * <p>Pearson, "On lines and planes of closest fit to systems of points in space", 1901; the eigenvectors of the covariance matrix
 * (divided by the number of points less 1). Of a direction and its opposite the one whose largest number is positive. Where variances
 * are equal, any basis of their space is right.
 *
 * @param mean of the points: [dimensions]
 * @param directions of length 1, at right angles: [components][dimensions]
 * @param variances along each, falling
 * @param totalVariance of the points, in all dimensions together
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrincipalComponents(double[] mean, double[][] directions, double[] variances, double totalVariance) {

    /** On a side of the matrix. */
    private static final int MOST_COVARIANCES = 1_000;

    /**
     * The principal components of points.
     *
     * @param points [points][dimensions], at least 2
     * @param count of components, 1 to dimensions
     * @param random for the first vectors of an iteration; the result depends on it by rounding alone
     * @param progress is given shares from 0 to 1
     * @throws IllegalArgumentException if there are too few points, or they are not finite numbers in rows of one length
     */
    public static PrincipalComponents of(float[][] points, int count, RandomSource random, DoubleConsumer progress) {
        int dimensions = Points.check(points, 2);
        requireBetween("components", count, 1, dimensions);
        Progress reported = new Progress(progress);
        reported.at(0);
        double[] mean = mean(points);
        DMatrixRMaj centred = centred(points, mean); // [points][dimensions]
        Eigenpairs pairs = Eigenpairs.largest(
                dimensions,
                timesCovariance(centred),
                count,
                random.derive("principal components").generator(),
                reported);
        double[] variances = new double[count];
        for (int i = 0; i < count; i++) {
            variances[i] = Math.max(0, pairs.values()[i]);
        }
        reported.at(1);
        double total = Math.pow(NormOps_DDRM.fastNormF(centred), 2) / (points.length - 1);
        return new PrincipalComponents(mean, pairs.vectors(), variances, total);
    }

    /**
     * The coordinates of points along the components, from the mean: [points][components].
     *
     * @throws IllegalArgumentException if the points have another number of dimensions, or numbers that are not finite
     */
    public float[][] project(float[][] points) {
        if (points.length > 0 && Points.check(points, 1) != mean.length) {
            throw new IllegalArgumentException(
                    "points of %d dimensions were given to components of %d; give points like those before"
                            .formatted(points[0].length, mean.length));
        }
        float[][] projected = new float[points.length][directions.length];
        for (int point = 0; point < points.length; point++) {
            for (int component = 0; component < directions.length; component++) {
                double sum = 0;
                for (int dimension = 0; dimension < mean.length; dimension++) {
                    sum += directions[component][dimension] * (points[point][dimension] - mean[dimension]);
                }
                projected[point][component] = (float) sum;
            }
        }
        return projected;
    }

    /**
     * What is left of points when they are described by these components alone: the nearest points of their plane. No other linear
     * autoencoder with as many units has a smaller squared error on the points that the components are of (Baldi and Hornik 1989).
     *
     * @return [points][dimensions]
     * @throws IllegalArgumentException as {@link #project}
     */
    public float[][] reconstruct(float[][] points) {
        float[][] projected = project(points);
        float[][] reconstructed = new float[points.length][];
        for (int point = 0; point < points.length; point++) {
            double[] sums = mean.clone();
            for (int component = 0; component < directions.length; component++) {
                double coordinate = projected[point][component];
                for (int dimension = 0; dimension < sums.length; dimension++) {
                    sums[dimension] += coordinate * directions[component][dimension];
                }
            }
            reconstructed[point] = new float[sums.length];
            for (int dimension = 0; dimension < sums.length; dimension++) {
                reconstructed[point][dimension] = (float) sums[dimension];
            }
        }
        return reconstructed;
    }

    private static double[] mean(float[][] points) {
        double[] mean = new double[points[0].length];
        for (float[] point : points) {
            for (int dimension = 0; dimension < mean.length; dimension++) {
                mean[dimension] += point[dimension];
            }
        }
        for (int dimension = 0; dimension < mean.length; dimension++) {
            mean[dimension] /= points.length;
        }
        return mean;
    }

    private static DMatrixRMaj centred(float[][] points, double[] mean) {
        DMatrixRMaj centred = new DMatrixRMaj(points.length, mean.length);
        for (int point = 0; point < points.length; point++) {
            for (int dimension = 0; dimension < mean.length; dimension++) {
                centred.set(point, dimension, points[point][dimension] - mean[dimension]);
            }
        }
        return centred;
    }

    /** The covariance matrix itself is made where it is small; otherwise it is needed in products alone. */
    private static UnaryOperator<DMatrixRMaj> timesCovariance(DMatrixRMaj centred) {
        double divisor = centred.numRows - 1;
        if (centred.numCols <= MOST_COVARIANCES) {
            DMatrixRMaj covariance = new DMatrixRMaj(centred.numCols, centred.numCols);
            CommonOps_DDRM.multInner(centred, covariance);
            CommonOps_DDRM.divide(covariance, divisor);
            return vectors -> CommonOps_DDRM.mult(covariance, vectors, null);
        }
        return vectors -> {
            DMatrixRMaj along = CommonOps_DDRM.mult(centred, vectors, null); // [points][vectors]
            DMatrixRMaj product = CommonOps_DDRM.multTransA(centred, along, null); // [dimensions][vectors]
            CommonOps_DDRM.divide(product, divisor);
            return product;
        };
    }
}
