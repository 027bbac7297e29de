package exercises;

/**
 * Exercise 4: the code of a variational autoencoder, a normal distribution with a mean and a variance in each dimension.
 *
 * <pre>{@code
 * double[] z = code.sample(mean, logVariance, noise); // noise from N(0, 1)
 * double nats = code.divergence(mean, logVariance);   // from N(0, I)
 * }</pre>
 *
 * <p>An encoder gives the logarithm of the variance, log σ², since that may be any number: σ = exp(½ log σ²). All arrays are
 * [codeSize]. Source: Kingma and Welling, "Auto-encoding variational Bayes", 2014, section 2.4 and appendix B.
 */
public class GaussianCode {

    /**
     * A sample by the reparameterization trick: z = μ + σ ε. All chance is in ε, so that z has derivatives by μ and σ.
     *
     * @param mean μ
     * @param logVariance log σ²
     * @param noise ε, numbers of N(0, 1)
     * @return z
     */
    public double[] sample(double[] mean, double[] logVariance, double[] noise) {
        throw new UnsupportedOperationException(
                "GaussianCode.sample is yours to write: the mean plus the standard deviation times the noise.");
    }

    /**
     * The Kullback-Leibler divergence from the prior, in nats: KL(N(μ, σ²) ‖ N(0, I)) = ½ Σ (μ² + σ² − log σ² − 1).
     *
     * @return 0 or more, and 0 only where μ = 0 and σ = 1 in all dimensions
     */
    public double divergence(double[] mean, double[] logVariance) {
        throw new UnsupportedOperationException(
                "GaussianCode.divergence is yours to write: half the sum of μ² + σ² − log σ² − 1 over the dimensions.");
    }

    /** ∂KL/∂μ of {@link #divergence}. Derive it. */
    public double[] gradientByMean(double[] mean, double[] logVariance) {
        throw new UnsupportedOperationException(
                "GaussianCode.gradientByMean is yours to write: the derivative of the divergence by each μ.");
    }

    /** ∂KL/∂(log σ²) of {@link #divergence}: by the logarithm, not by σ. Derive it. */
    public double[] gradientByLogVariance(double[] mean, double[] logVariance) {
        throw new UnsupportedOperationException(
                "GaussianCode.gradientByLogVariance is yours to write: the derivative of the divergence by each log σ².");
    }
}
