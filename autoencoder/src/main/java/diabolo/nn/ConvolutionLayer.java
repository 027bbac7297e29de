package diabolo.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution: activation(weight * maps + bias), the same filters at every place of the maps (LeCun et al. 1989).
 *
 * <pre>{@code
 * ConvolutionLayer layer = new ConvolutionLayer(weight, bias, ConvolutionSize.valid(128, 5), Activation.RELU);
 * Tensor maps = layer.forward(images); // [batch, 1, 28, 28] to [batch, 128, 24, 24]
 * }</pre>
 *
 * <p>As everywhere in the field, the filter is not flipped: strictly a cross-correlation. Does not own its tensors: {@link
 * Parameters} does.
 *
 * @param weight [filters, maps, kernel, kernel]
 * @param bias [filters]
 */
public record ConvolutionLayer(Tensor weight, Tensor bias, ConvolutionSize size, Activation activation) {

    private static final long[] DENSE = {1, 1};

    /** [batch, maps, rows, columns] to [batch, filters, rows after, columns after]. */
    public Tensor forward(Tensor maps) {
        return activation.of(sums(maps));
    }

    /** The inputs of the activation, of the same shape. */
    public Tensor sums(Tensor maps) {
        long[] stride = {size.stride(), size.stride()};
        long[] padding = {size.padding(), size.padding()};
        return torch.conv2d(maps, weight, new TensorOptional(bias), stride, padding, DENSE, 1);
    }
}
