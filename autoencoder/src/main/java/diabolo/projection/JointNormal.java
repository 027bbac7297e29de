package diabolo.projection;

import static diabolo.note.Checks.require;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * A normal distribution of vectors, with all covariances, fitted to some.
 *
 * <pre>{@code
 * JointNormal normal = JointNormal.of(codes, 0.01);
 * float[] drawn = normal.draw(0.8, random); // closer to the mean than the vectors are
 * }</pre>
 *
 * <p>Immutable.
 */
public final class JointNormal {

    private final double[] means;
    private final DMatrixRMaj factor; // of the covariance, lower triangular

    private JointNormal(double[] means, DMatrixRMaj factor) {
        this.means = means;
        this.factor = factor;
    }

    /**
     * Fits means and covariances.
     *
     * @param vectors one or more, of one length
     * @param ridge added to each variance, above 0: a must where there are fewer vectors than numbers in one
     */
    public static JointNormal of(float[][] vectors, double ridge) {
        require(vectors.length > 0, "a distribution is fitted to at least one vector, there was none");
        require(ridge > 0, "ridge must be above 0, was " + ridge);
        int size = vectors[0].length;
        double[] means = IntStream.range(0, size)
                .mapToDouble(i -> Arrays.stream(vectors)
                        .mapToDouble(vector -> vector[i])
                        .average()
                        .orElseThrow())
                .toArray();
        DMatrixRMaj covariance = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (float[] vector : vectors) {
                    sum += (vector[i] - means[i]) * (vector[j] - means[j]);
                }
                double value = sum / vectors.length + (i == j ? ridge : 0);
                covariance.set(i, j, value);
                covariance.set(j, i, value);
            }
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(size, true);
        require(cholesky.decompose(covariance), "the vectors have no finite covariance");
        return new JointNormal(means, cholesky.getT(null));
    }

    /**
     * Draws a vector.
     *
     * @param deviation times the distribution's; 0 gives the mean
     */
    public float[] draw(double deviation, RandomGenerator random) {
        double[] chance = IntStream.range(0, means.length)
                .mapToDouble(_ -> random.nextGaussian())
                .toArray();
        float[] drawn = new float[means.length];
        for (int i = 0; i < drawn.length; i++) {
            double sum = means[i];
            for (int j = 0; j <= i; j++) {
                sum += deviation * factor.get(i, j) * chance[j];
            }
            drawn[i] = (float) sum;
        }
        return drawn;
    }
}
