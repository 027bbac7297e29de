package diabolo.nn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A stack of LSTM layers run one step at a time, without gradients: for decoders whose next input depends on their last
 * output.
 *
 * <pre>{@code
 * LstmSteps steps = new LstmSteps(lstm, initialState);
 * Tensor top = steps.step(gates); // gates [batch, 4 units] of the first layer; top [batch, units]
 * }</pre>
 *
 * <p>The caller computes the input's part of the first layer's gates: for a one-hot input a table row instead of a product. Its
 * tensors belong to the scope in which it was made.
 */
public final class LstmSteps {

    private static final int[] NO_TOKENS = {};

    private record Layer(Tensor input, Tensor recurrent, Tensor bias, Tensor hidden, Tensor cell) {}

    private final List<Layer> layers = new ArrayList<>();
    private final LstmCells cells;
    private final Tensor gates; // [batch, 4 units], of all layers but the first
    private final Tensor nothing; // [4 units]

    /** Begins in a state. The parameters are contiguous, as {@link Parameters} makes them. */
    public LstmSteps(Lstm lstm, Lstm.State initial) {
        int units = lstm.size().units();
        long batch = initial.hidden().size(1);
        this.cells = new LstmCells(Math.toIntExact(batch), units, new float[0][][]);
        this.gates = torch.empty(batch, 4L * units);
        this.nothing = torch.zeros(4L * units);
        for (int layer = 0; layer < lstm.size().layers(); layer++) {
            layers.add(new Layer(
                    lstm.parameter(layer, "input").detach(), // [4 units, in]
                    lstm.parameter(layer, "recurrent").detach(), // [4 units, units]
                    lstm.parameter(layer, "bias").detach(), // [4 units]
                    initial.hidden().select(0, layer).detach().clone(), // [batch, units]
                    initial.cell().select(0, layer).detach().clone()));
        }
    }

    /**
     * Runs one step.
     *
     * @param inputGates the first layer's gates from input and bias: [batch, 4 units], contiguous; overwritten
     * @return the last layer's state: [batch, units]; overwritten by the next step
     */
    public Tensor step(Tensor inputGates) {
        Tensor sums = inputGates;
        for (int number = 0; number < layers.size(); number++) {
            Layer layer = layers.get(number);
            if (number > 0) {
                sums = gates.copy_(layer.bias);
                RowProduct.add(sums, layers.get(number - 1).hidden, layer.input);
            }
            RowProduct.add(sums, layer.hidden, layer.recurrent);
            cells.forward(new LstmCells.Step(sums, nothing, NO_TOKENS, layer.cell, layer.cell), layer.hidden);
        }
        return layers.getLast().hidden;
    }
}
