package exercises;

/**
 * Exercise 10: one update of a restricted Boltzmann machine by contrastive divergence, CD-1.
 *
 * <pre>{@code
 * ContrastiveDivergence.Direction direction = cd.direction(images, weights, visibleBias, hiddenBias, chance);
 * // then W += learning rate · direction.weights(), and so on
 * }</pre>
 *
 * <p>Shapes: visible v [examples][visible], weights W [hidden][visible], visible bias b [visible], hidden bias c [hidden]. Source:
 * Hinton, "Training products of experts by minimizing contrastive divergence", 2002; Hinton, "A practical guide to training
 * restricted Boltzmann machines", 2010, section 3.
 */
public class ContrastiveDivergence {

    /**
     * What is added, times the learning rate.
     *
     * @param weights [hidden][visible]
     * @param visibleBias [visible]
     * @param hiddenBias [hidden]
     */
    public record Direction(double[][] weights, double[] visibleBias, double[] hiddenBias) {}

    /** The logistic sigmoid, σ(s) = 1 / (1 + e⁻ˢ). Given. */
    public static double sigmoid(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * The direction of one update. For each example v:
     *
     * <pre>
     * h  = σ(W v + c)                     probabilities of the hidden units
     * s  = 1 where chance &lt; h, else 0      a sample of them
     * v′ = σ(Wᵀ s + b)                    the reconstruction, as probabilities
     * h′ = σ(W v′ + c)
     * ΔW[i][j] = mean over examples of  h[i] v[j] − h′[i] v′[j]
     * Δb[j]    = mean over examples of  v[j] − v′[j]
     * Δc[i]    = mean over examples of  h[i] − h′[i]
     * </pre>
     *
     * <p>Only the reconstruction is made from the sample s; all else takes the probabilities.
     *
     * @param visible v, 0 to 1: [examples][visible]
     * @param chance numbers of chance between 0 and 1, one for each hidden unit of each example: [examples][hidden]
     */
    public Direction direction(
            double[][] visible, double[][] weights, double[] visibleBias, double[] hiddenBias, double[][] chance) {
        throw new UnsupportedOperationException(
                "ContrastiveDivergence.direction is yours to write: the correlations of the data less those of their reconstruction.");
    }
}
