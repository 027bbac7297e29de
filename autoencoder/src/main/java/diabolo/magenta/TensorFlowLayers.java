package diabolo.magenta;

import diabolo.tensor.NamedArray;
import java.util.List;

/**
 * Converts layers from TensorFlow's layout to ours. There a kernel is [in, out], here a weight is [out, in]. There an LSTM has one
 * kernel for input and state, the gates are in the order input, cell, forget, output, and 1 is added to the forget gate at run
 * time; here there are two matrices, the order is input, forget, cell, output, and that 1 is part of the bias. There the initial
 * state of a layer is cell, then hidden state; here it is the reverse.
 */
final class TensorFlowLayers {

    /** The index of each of our gates there. */
    private static final int[] GATES = {0, 2, 1, 3};

    private static final int FORGET = 1;

    private TensorFlowLayers() {}

    /** A dense layer: kernel [in, out], bias [out]. */
    static List<NamedArray> dense(String name, float[] kernel, float[] bias) {
        return List.of(denseWeight(name, kernel, bias.length), vector(name + ".bias", bias));
    }

    /** {@code name.weight} [out, in] of a kernel [in, out]. */
    static NamedArray denseWeight(String name, float[] kernel, int out) {
        int in = kernel.length / out;
        float[] weight = new float[kernel.length];
        for (int row = 0; row < in; row++) {
            for (int column = 0; column < out; column++) {
                weight[column * in + row] = kernel[row * out + column];
            }
        }
        return new NamedArray(name + ".weight", new long[] {out, in}, weight);
    }

    static NamedArray vector(String name, float[] values) {
        return new NamedArray(name, new long[] {values.length}, values);
    }

    /** The layer of an LSTM's initial state: of each layer the cell and the hidden state are swapped. */
    static List<NamedArray> initial(String name, float[] kernel, float[] bias, int units) {
        int out = bias.length;
        int in = kernel.length / out;
        float[] weight = new float[kernel.length];
        float[] swapped = new float[out];
        for (int column = 0; column < out; column++) {
            int there = (column / units % 2 == 0) ? column + units : column - units;
            swapped[column] = bias[there];
            for (int row = 0; row < in; row++) {
                weight[column * in + row] = kernel[row * out + there];
            }
        }
        return List.of(new NamedArray(name + ".weight", new long[] {out, in}, weight), vector(name + ".bias", swapped));
    }

    /** {@code name.input} [4 units, in] and {@code name.recurrent} [4 units, units] of a kernel [in + units, 4 units]. */
    static List<NamedArray> lstm(String name, float[] kernel, int units) {
        int in = kernel.length / (4 * units) - units;
        return List.of(
                new NamedArray(name + ".input", new long[] {4L * units, in}, gates(kernel, 0, in, units)),
                new NamedArray(name + ".recurrent", new long[] {4L * units, units}, gates(kernel, in, units, units)));
    }

    /** Some rows of a kernel, transposed and gate by gate: [4 units, rows]. */
    private static float[] gates(float[] kernel, int firstRow, int rows, int units) {
        float[] weight = new float[4 * units * rows];
        for (int gate = 0; gate < GATES.length; gate++) {
            for (int unit = 0; unit < units; unit++) {
                int column = GATES[gate] * units + unit;
                int target = (gate * units + unit) * rows;
                for (int row = 0; row < rows; row++) {
                    weight[target + row] = kernel[(firstRow + row) * 4 * units + column];
                }
            }
        }
        return weight;
    }

    /** {@code name.bias} [4 units]. */
    static NamedArray lstmBias(String name, float[] bias) {
        int units = bias.length / 4;
        float[] ours = new float[bias.length];
        for (int gate = 0; gate < GATES.length; gate++) {
            for (int unit = 0; unit < units; unit++) {
                ours[gate * units + unit] = bias[GATES[gate] * units + unit] + (gate == FORGET ? 1 : 0);
            }
        }
        return vector(name + ".bias", ours);
    }

    /**
     * Converts a kernel for drums as bits, nine and one for silence, to one for tokens: a token's row is the sum of the rows of its
     * bits.
     *
     * @param kernel [bits + 1 + units, 4 units]
     * @return [2^bits + units, 4 units]
     */
    static float[] tokenRows(float[] kernel, int bits, int units) {
        int width = 4 * units;
        int tokens = 1 << bits;
        float[] rows = new float[(tokens + units) * width];
        for (int token = 0; token < tokens; token++) {
            for (int bit = 0; bit <= bits; bit++) {
                boolean on = bit == bits ? token == 0 : (token >> bit & 1) == 1;
                for (int column = 0; on && column < width; column++) {
                    rows[token * width + column] += kernel[bit * width + column];
                }
            }
        }
        System.arraycopy(kernel, (bits + 1) * width, rows, tokens * width, units * width);
        return rows;
    }
}
