package diabolo.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A fully connected layer: activation(weight · input + bias).
 *
 * <pre>{@code
 * DenseLayer layer = new DenseLayer(weight, bias, Activation.SIGMOID); // weight [out, in], bias [out]
 * Tensor states = layer.forward(input);                                 // [batch, in] to [batch, out]
 * }</pre>
 *
 * <p>Does not own its tensors: {@link Parameters} does.
 *
 * @param weight [out, in]; for a tied decoder, the encoder's weight transposed
 * @param bias [out]
 */
public record DenseLayer(Tensor weight, Tensor bias, Activation activation) {

    /** [batch, in] to [batch, out]. */
    public Tensor forward(Tensor input) {
        return activation.of(sums(input));
    }

    /** The inputs of the activation: [batch, in] to [batch, out]. Losses on logits use them. */
    public Tensor sums(Tensor input) {
        return torch.linear(input, weight, new TensorOptional(bias));
    }

    /** The same without gradients, faster for few rows. */
    public Tensor sumsOfRows(Tensor input) {
        Tensor sums = bias.detach().expand(input.size(0), bias.size(0)).clone(); // [batch, out]
        RowProduct.add(sums, input.detach().contiguous(), weight.detach());
        return sums;
    }
}
