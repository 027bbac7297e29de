package exercises;

/**
 * Exercise 5: free bits, so many bits of a code that cost nothing.
 *
 * <pre>{@code
 * double cost = freeBits.cost(divergences, 48, 0.2); // MusicVAE of two bars: 48 bits free, β = 0.2
 * }</pre>
 *
 * <p>A bit is ln 2 = 0.693 nats. Source: Kingma et al., "Improved variational inference with inverse autoregressive flow", 2016; here
 * as in the code of MusicVAE (Roberts et al. 2018), which frees bits of an example's whole code, not of each dimension.
 */
public class FreeBits {

    /**
     * What the codes of a batch cost: cost = β/N Σₙ max(KLₙ − freeBits · ln 2, 0). It is added to the loss.
     *
     * @param divergences KL of each example, in nats: [examples]
     * @param freeBits in bits, 0 or more
     * @param beta the weight β
     */
    public double cost(double[] divergences, double freeBits, double beta) {
        throw new UnsupportedOperationException(
                "FreeBits.cost is yours to write: the mean over the examples of what is above the free bits, times β.");
    }

    /**
     * ∂cost/∂KLₙ for each example. Where KLₙ is exactly at the free bits, 0.
     *
     * @return [examples]
     */
    public double[] gradient(double[] divergences, double freeBits, double beta) {
        throw new UnsupportedOperationException(
                "FreeBits.gradient is yours to write: the derivative of the cost by the divergence of each example.");
    }
}
