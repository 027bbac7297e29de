package diabolo.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Converts plain arrays to tensors and back, between the representations, which do not depend on libtorch, and the networks.
 *
 * <pre>{@code
 * Tensor batch = FrameTensors.of(frames);         // [frames.length, frames[0].length]
 * float[][] again = FrameTensors.toArrays(batch);
 * }</pre>
 */
public final class FrameTensors {

    private FrameTensors() {}

    /**
     * A copy as a tensor of shape [rows, columns], owned by the open {@link TensorScope}.
     *
     * @throws IllegalArgumentException if there are no rows, or rows of unequal length
     */
    public static Tensor of(float[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("at least one row is needed to make a tensor, there was none");
        }
        int columns = rows[0].length;
        Tensor tensor = torch.empty(rows.length, columns); // [rows, columns]
        FloatPointer data = new FloatPointer(tensor.data_ptr_float());
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new IllegalArgumentException("row %d has %d numbers, row 0 has %d: all must be of one length"
                        .formatted(row, rows[row].length, columns));
            }
            data.position((long) row * columns).put(rows[row], 0, columns);
        }
        return tensor;
    }

    /** A copy as a tensor of the given shape. */
    public static Tensor of(float[] values, long... shape) {
        Tensor tensor = torch.empty(shape);
        if (tensor.numel() != values.length) {
            throw new IllegalArgumentException(
                    "a shape of %d numbers cannot hold %d".formatted(tensor.numel(), values.length));
        }
        new FloatPointer(tensor.data_ptr_float()).put(values, 0, values.length);
        return tensor;
    }

    /** The rows of a tensor of shape [rows, columns]. */
    public static float[][] toArrays(Tensor tensor) {
        Tensor contiguous = tensor.detach().contiguous(); // [rows, columns]
        int rows = Math.toIntExact(contiguous.size(0));
        int columns = Math.toIntExact(contiguous.size(1));
        float[][] arrays = new float[rows][columns];
        FloatPointer data = new FloatPointer(contiguous.data_ptr_float());
        for (int row = 0; row < rows; row++) {
            data.position((long) row * columns).get(arrays[row], 0, columns);
        }
        return arrays;
    }

    /** All values of a tensor, in row-major order. */
    public static float[] toArray(Tensor tensor) {
        Tensor contiguous = tensor.detach().contiguous();
        float[] values = new float[Math.toIntExact(contiguous.numel())];
        new FloatPointer(contiguous.data_ptr_float()).get(values, 0, values.length);
        return values;
    }

    /** Row numbers as a tensor that can select rows. */
    public static Tensor indices(int[] order, int from, int to) {
        long[] chosen = new long[to - from];
        for (int i = from; i < to; i++) {
            chosen[i - from] = order[i];
        }
        Tensor indices = torch.empty(
                new long[] {chosen.length},
                new org.bytedeco.pytorch.TensorOptions(torch.ScalarType.Long),
                new org.bytedeco.pytorch.MemoryFormatOptional());
        new LongPointer(indices.data_ptr_long()).put(chosen, 0, chosen.length);
        return indices;
    }
}
