package diabolo.nn;

import diabolo.tensor.FrameTensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Steps of few sequences. The work of a step is then so small that calling libtorch's functions takes longer than they do: gates are
 * computed here, products by {@link RowProduct}.
 */
final class RowSteps implements LstmSteps {

    /** Native memory where products read and write, and arrays for all else. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Layer(
            Tensor input, // [4 units, in]
            Tensor recurrent, // [4 units, units]
            float[] bias, // [batch * 4 units], the same for each row
            Tensor gates, // [batch, 4 units]
            Tensor hidden, // [batch, units]
            float[] hiddenValues, // [batch * units]
            float[] cell) {} // [batch * units]

    private final List<Layer> layers = new ArrayList<>();
    private final int units;
    private final float[] gateValues; // [batch * 4 units]

    RowSteps(Lstm lstm, Lstm.State initial) {
        this.units = lstm.size().units();
        int batch = Math.toIntExact(initial.hidden().size(1));
        this.gateValues = new float[batch * 4 * units];
        for (int layer = 0; layer < lstm.size().layers(); layer++) {
            Tensor bias = lstm.parameter(layer, "bias").detach().expand(batch, 4L * units);
            Tensor hidden = initial.hidden().select(0, layer).detach().clone();
            layers.add(new Layer(
                    lstm.parameter(layer, "input").detach(),
                    lstm.parameter(layer, "recurrent").detach(),
                    FrameTensors.toArray(bias),
                    torch.empty(batch, 4L * units),
                    hidden,
                    FrameTensors.toArray(hidden),
                    FrameTensors.toArray(initial.cell().select(0, layer))));
        }
    }

    @Override
    public Tensor step(Tensor inputGates) {
        Tensor gates = inputGates;
        for (int number = 0; number < layers.size(); number++) {
            Layer layer = layers.get(number);
            if (number > 0) {
                gates = layer.gates;
                gates.data_ptr_float().put(layer.bias);
                RowProduct.add(gates, layers.get(number - 1).hidden, layer.input);
            }
            RowProduct.add(gates, layer.hidden, layer.recurrent);
            gates.data_ptr_float().get(gateValues);
            advance(layer);
            layer.hidden.data_ptr_float().put(layer.hiddenValues);
        }
        return layers.getLast().hidden;
    }

    private void advance(Layer layer) {
        for (int i = 0; i < layer.cell.length; i++) {
            int gate = i / units * 4 * units + i % units; // input, forget, cell, output
            float input = sigmoid(gateValues[gate]);
            float forget = sigmoid(gateValues[gate + units]);
            float candidate = tanh(gateValues[gate + 2 * units]);
            float output = sigmoid(gateValues[gate + 3 * units]);
            layer.cell[i] = layer.cell[i] * forget + input * candidate;
            layer.hiddenValues[i] = output * tanh(layer.cell[i]);
        }
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }

    private static float tanh(float x) {
        return (float) (2 / (1 + Math.exp(-2.0 * x)) - 1); // in double precision exact enough also near 0
    }
}
