package diabolo.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The activation function of a unit.
 *
 * <pre>{@code
 * Tensor states = Activation.SIGMOID.of(sums); // same shape, each in (0, 1)
 * }</pre>
 */
public enum Activation {
    /** 1 / (1 + e^-x), in (0, 1): the units of DeepHear. */
    SIGMOID,
    /** max(0, x). */
    RELU,
    /** In (-1, 1). */
    TANH,
    /** x itself. */
    LINEAR;

    public Tensor of(Tensor sums) {
        return switch (this) {
            case SIGMOID -> torch.sigmoid(sums);
            case RELU -> torch.relu(sums);
            case TANH -> torch.tanh(sums);
            case LINEAR -> sums;
        };
    }

    /**
     * Backpropagates errors through the activation: errors times the slope.
     *
     * @param states the result of {@link #of}
     */
    public Tensor gradient(Tensor errors, Tensor states) {
        return switch (this) {
            case SIGMOID -> torch.sigmoid_backward(errors, states);
            case RELU -> torch.threshold_backward(errors, states, new Scalar(0.0));
            case TANH -> torch.tanh_backward(errors, states);
            case LINEAR -> errors;
        };
    }
}
