package diabolo.nn;

import org.bytedeco.pytorch.Tensor;

/**
 * A stack of LSTM layers run one step at a time, without gradients: for decoders whose next input depends on their last
 * output.
 *
 * <pre>{@code
 * LstmSteps steps = LstmSteps.of(lstm, initialState);
 * Tensor top = steps.step(gates); // gates [batch, 4 units] of the first layer; top [batch, units]
 * }</pre>
 *
 * <p>The caller computes the input's part of the first layer's gates: for a one-hot input a table row instead of a product. Its
 * tensors belong to the scope in which it was made.
 */
public sealed interface LstmSteps permits BatchSteps, RowSteps {

    /** Begins in a state. */
    static LstmSteps of(Lstm lstm, Lstm.State initial) {
        return initial.hidden().size(1) <= RowProduct.FEW ? new RowSteps(lstm, initial) : new BatchSteps(lstm, initial);
    }

    /**
     * Runs one step.
     *
     * @param inputGates the first layer's gates from input and bias: [batch, 4 units], contiguous; overwritten
     * @return the last layer's state: [batch, units]; overwritten by the next step
     */
    Tensor step(Tensor inputGates);
}
