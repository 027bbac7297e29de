package exercises;

/**
 * Exercise 1: one layer of sigmoid units, y = σ(W x + b), forwards and backwards.
 *
 * <pre>{@code
 * double[][] outputs = layer.forward(inputs, weights, bias);
 * Layer.Gradients gradients = layer.backward(inputs, weights, outputs, outputGradients);
 * }</pre>
 *
 * <p>Shapes: inputs x [examples][inputs], weights W [outputs][inputs], bias b [outputs], outputs y [examples][outputs]. Source:
 * Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986, equations 2 to 7.
 */
public class Layer {

    /**
     * The derivatives of the loss by all that goes into a layer.
     *
     * @param weights ∂L/∂W: [outputs][inputs]
     * @param bias ∂L/∂b: [outputs]
     * @param inputs ∂L/∂x: [examples][inputs], for the layer below
     */
    public record Gradients(double[][] weights, double[] bias, double[][] inputs) {}

    /** The logistic sigmoid, σ(s) = 1 / (1 + e⁻ˢ). Given. */
    public static double sigmoid(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * The outputs of the layer for each example n and unit i: y[n][i] = σ(Σⱼ W[i][j] x[n][j] + b[i]).
     *
     * @param inputs [examples][inputs]
     * @param weights [outputs][inputs]
     * @param bias [outputs]
     * @return [examples][outputs], in a new array
     */
    public double[][] forward(double[][] inputs, double[][] weights, double[] bias) {
        throw new UnsupportedOperationException(
                "Layer.forward is yours to write: for every example, the sigmoid of weights times inputs plus bias.");
    }

    /**
     * The gradients of the loss, from the loss's derivatives by the outputs. With δ[n][i] = ∂L/∂y[n][i] · σ′, where σ′ = y (1 − y):
     *
     * <pre>
     * ∂L/∂W[i][j] = Σₙ δ[n][i] x[n][j]
     * ∂L/∂b[i]    = Σₙ δ[n][i]
     * ∂L/∂x[n][j] = Σᵢ δ[n][i] W[i][j]
     * </pre>
     *
     * <p>Sums over the examples, not means: a loss that is a mean has its 1/N in ∂L/∂y already.
     *
     * @param inputs x, as given to {@link #forward}
     * @param weights W, as given to it
     * @param outputs y, as it returned them
     * @param outputGradients ∂L/∂y: [examples][outputs]
     */
    public Gradients backward(double[][] inputs, double[][] weights, double[][] outputs, double[][] outputGradients) {
        throw new UnsupportedOperationException(
                "Layer.backward is yours to write: the gradients of weights, bias and inputs, from those of the outputs.");
    }
}
