package exercises;

import java.util.random.RandomGenerator;

/**
 * Exercise 12: principal components by power iteration, the linear autoencoder that needs no training.
 *
 * <pre>{@code
 * double[][] directions = pca.components(images, 10, 100, new Random(7)); // [10][784]
 * double[][] again = pca.reconstruct(images, directions);
 * }</pre>
 *
 * <p>Source: Pearson, "On lines and planes of closest fit to systems of points in space", 1901; for power iteration Golub and Van
 * Loan, "Matrix Computations", section 8.2. Diabolo's own is {@code diabolo.projection.PrincipalComponents}.
 */
public class PowerIteration {

    /**
     * The directions in which points vary most. With m their mean and x̃ = x − m, each direction is found like this:
     *
     * <pre>
     * u ← a vector of chance of length 1
     * repeat:  w = Σₙ (x̃[n]·u) x̃[n]     the covariance matrix times u, without making the matrix
     *          take out of w its parts along the directions already found:  w ← w − Σ (w·d) d
     *          u ← w / ‖w‖
     * </pre>
     *
     * @param points [points][dimensions]; left as they are
     * @param count of directions
     * @param iterations for each direction
     * @param random for the first vectors
     * @return of length 1, at right angles, by falling variance, each with either sign: [count][dimensions]
     */
    public double[][] components(double[][] points, int count, int iterations, RandomGenerator random) {
        throw new UnsupportedOperationException(
                "PowerIteration.components is yours to write: multiply by the covariance, take out what was found, normalize, repeat.");
    }

    /**
     * Points from their coordinates along the directions alone: m + Σᵢ (x̃·dᵢ) dᵢ, with m the mean of these points.
     *
     * @param directions of length 1, at right angles: [components][dimensions]
     * @return [points][dimensions]
     */
    public double[][] reconstruct(double[][] points, double[][] directions) {
        throw new UnsupportedOperationException(
                "PowerIteration.reconstruct is yours to write: the mean plus what each point has along the directions.");
    }
}
