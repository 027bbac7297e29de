package diabolo.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A transposed convolution, which every cell of a map stamps its filter with: a sum of filters, each at its place and times the
 * cell's value.
 *
 * <pre>{@code
 * DeconvolutionLayer layer = new DeconvolutionLayer(weight, bias, ConvolutionSize.valid(1, 13), Activation.SIGMOID);
 * Tensor images = layer.forward(maps); // [batch, 128, 16, 16] to [batch, 1, 28, 28]
 * }</pre>
 *
 * <p>With stride 1 and border VALID it is what others call a full convolution. Does not own its tensors: {@link Parameters} does.
 *
 * @param weight [maps, filters, kernel, kernel]: of each map the filter that it stamps
 * @param bias [filters]
 */
public record DeconvolutionLayer(Tensor weight, Tensor bias, ConvolutionSize size, Activation activation) {

    private static final long[] DENSE = {1, 1};

    /** [batch, maps, rows, columns] to [batch, filters, rows before, columns before]. */
    public Tensor forward(Tensor maps) {
        return activation.of(sums(maps));
    }

    /** The inputs of the activation, of the same shape. */
    public Tensor sums(Tensor maps) {
        long[] stride = {size.stride(), size.stride()};
        long[] padding = {size.padding(), size.padding()};
        long[] outputPadding = {size.outputPadding(), size.outputPadding()};
        return torch.conv_transpose2d(maps, weight, new TensorOptional(bias), stride, padding, outputPadding, 1, DENSE);
    }

    /** The same layer with weights that get no gradients. */
    public DeconvolutionLayer frozen() {
        return new DeconvolutionLayer(weight.detach(), bias.detach(), size, activation);
    }
}
