package diabolo.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The reconstruction loss: summed over the cells, mean over the examples of a batch.
 *
 * <pre>{@code
 * Tensor loss = Loss.BINARY_CROSS_ENTROPY.of(sums, Activation.SIGMOID, frames); // []
 * }</pre>
 */
public enum Loss {
    /** -Σ x log y + (1 - x) log (1 - y), in nats; the output must be sigmoid. */
    BINARY_CROSS_ENTROPY,
    /** Σ (y - x)²: DeepHear's. */
    SQUARED_ERROR,
    /** -log y of the target token at every step, in nats: for networks of tokens, which compute it themselves. */
    CROSS_ENTROPY;

    private static final long SUM = 2; // at::Reduction::Sum

    /**
     * The loss of a batch.
     *
     * @param sums the inputs of the output activation: [batch, frameSize]
     * @param frames the examples: [batch, frameSize]
     * @return []
     */
    public Tensor of(Tensor sums, Activation output, Tensor frames) {
        Tensor total =
                switch (this) {
                    case BINARY_CROSS_ENTROPY ->
                        torch.binary_cross_entropy_with_logits(
                                sums, frames, new TensorOptional(), new TensorOptional(), SUM);
                    case SQUARED_ERROR -> torch.mse_loss(output.of(sums), frames, SUM);
                    case CROSS_ENTROPY -> throw ofTokens();
                };
        return total.div(new Scalar((double) frames.size(0)));
    }

    /** The gradient of {@link #of} by the sums: [batch, frameSize]. */
    public Tensor gradient(Tensor sums, Activation output, Tensor frames) {
        double each = 1.0 / frames.size(0);
        Tensor states = output.of(sums); // [batch, frameSize]
        return switch (this) {
            case BINARY_CROSS_ENTROPY -> states.sub_(frames).mul_(new Scalar(each));
            case SQUARED_ERROR -> output.gradient(states.sub(frames).mul_(new Scalar(2 * each)), states);
            case CROSS_ENTROPY -> throw ofTokens();
        };
    }

    private static IllegalArgumentException ofTokens() {
        return new IllegalArgumentException(
                "cross-entropy is of tokens; choose BINARY_CROSS_ENTROPY or SQUARED_ERROR for cells");
    }
}
