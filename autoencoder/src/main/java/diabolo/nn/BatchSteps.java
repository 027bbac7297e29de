package diabolo.nn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Steps of many sequences at once, by libtorch's products and functions. */
final class BatchSteps implements LstmSteps {

    private record Layer(Tensor input, Tensor recurrent, Tensor bias, Tensor hidden, Tensor cell) {}

    private final List<Layer> layers = new ArrayList<>();
    private final int units;

    BatchSteps(Lstm lstm, Lstm.State initial) {
        this.units = lstm.size().units();
        for (int layer = 0; layer < lstm.size().layers(); layer++) {
            layers.add(new Layer(
                    lstm.parameter(layer, "input").detach().t(), // [in, 4 units]
                    lstm.parameter(layer, "recurrent").detach().t(), // [units, 4 units]
                    lstm.parameter(layer, "bias").detach(), // [4 units]
                    initial.hidden().select(0, layer).detach().clone(), // [batch, units]
                    initial.cell().select(0, layer).detach().clone()));
        }
    }

    @Override
    public Tensor step(Tensor inputGates) {
        Tensor gates = inputGates;
        for (int number = 0; number < layers.size(); number++) {
            Layer layer = layers.get(number);
            if (number > 0) {
                gates = torch.addmm(layer.bias, layers.get(number - 1).hidden, layer.input); // [batch, 4 units]
            }
            advance(layer, gates.addmm_(layer.hidden, layer.recurrent));
        }
        return layers.getLast().hidden;
    }

    private void advance(Layer layer, Tensor gates) {
        Tensor inputAndForget = gates.narrow(1, 0, 2L * units).sigmoid_();
        Tensor candidate = gates.narrow(1, 2L * units, units).tanh_(); // [batch, units]
        Tensor output = gates.narrow(1, 3L * units, units).sigmoid_();
        layer.cell.mul_(inputAndForget.narrow(1, units, units));
        layer.cell.addcmul_(inputAndForget.narrow(1, 0, units), candidate, new Scalar(1.0));
        torch.mul_out(layer.hidden, output, layer.cell.tanh());
    }
}
