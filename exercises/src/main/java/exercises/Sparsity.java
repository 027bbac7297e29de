package exercises;

/**
 * Exercise 8: the sparsity penalty, by which each hidden unit is active for few examples.
 *
 * <pre>{@code
 * double penalty = sparsity.penalty(activations, 0.05);     // added to the loss, times β
 * double[][] gradient = sparsity.gradient(activations, 0.05); // added to ∂L/∂a, times β
 * }</pre>
 *
 * <p>Source: Ng, "Sparse autoencoder", CS294A lecture notes, 2011, section 3. Diabolo's own is
 * {@code diabolo.training.Regularizer.SparseActivity}.
 */
public class Sparsity {

    /**
     * How far the mean activation of each unit j, ρ̂ⱼ = 1/N Σₙ a[n][j], is from the target ρ:
     *
     * <pre>
     * Σⱼ KL(ρ ‖ ρ̂ⱼ),  KL(ρ ‖ ρ̂) = ρ ln(ρ / ρ̂) + (1 − ρ) ln((1 − ρ) / (1 − ρ̂))
     * </pre>
     *
     * @param activations a, outputs of sigmoid units, between 0 and 1: [examples][units]
     * @param target ρ, between 0 and 1
     * @return 0 or more
     */
    public double penalty(double[][] activations, double target) {
        throw new UnsupportedOperationException(
                "Sparsity.penalty is yours to write: the sum over the units of KL(ρ ‖ ρ̂), with ρ̂ the mean activation.");
    }

    /** The derivative of {@link #penalty} by each activation, [examples][units]. Derive it: a[n][j] acts by ρ̂ⱼ alone. */
    public double[][] gradient(double[][] activations, double target) {
        throw new UnsupportedOperationException(
                "Sparsity.gradient is yours to write: the derivative of the penalty by every activation.");
    }
}
