package diabolo.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A stack of LSTM layers (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), unidirectional or
 * bidirectional.
 *
 * <pre>{@code
 * Lstm lstm = Lstm.of(parameters, "encoder", new LstmSize(256, 1), Lstm.Directions.BOTH);
 * Lstm.Output output = lstm.forward(input, lstm.zeroState(batch)); // input [steps, batch, in]
 * output.states();                                                 // [steps, batch, 2 * units]
 * }</pre>
 *
 * <p>Every layer and direction has {@code input} [4 units, in], {@code recurrent} [4 units, units] and {@code bias} [4 units]; the
 * gates are in the order input, forget, cell, output. Does not own its tensors: {@link Parameters} does.
 */
public final class Lstm {

    /** The directions of time. */
    public enum Directions {
        FORWARD(1),
        BOTH(2);

        final int count;

        Directions(int count) {
            this.count = count;
        }

        /** Part of the parameters' names. */
        static String name(int direction) {
            return direction == 0 ? "forward" : "backward";
        }
    }

    /**
     * The state of a stack between two steps.
     *
     * @param hidden [layers * directions, batch, units]
     * @param cell of the same shape
     */
    public record State(Tensor hidden, Tensor cell) {}

    /**
     * The output of a stack.
     *
     * @param states of the last layer, the directions concatenated: [steps, batch, directions * units]
     * @param last after the last step; of the backward direction, after the first
     */
    public record Output(Tensor states, State last) {}

    private final Parameters parameters;
    private final String prefix;
    private final LstmSize size;
    private final Directions directions;

    private Lstm(Parameters parameters, String prefix, LstmSize size, Directions directions) {
        this.parameters = parameters;
        this.prefix = prefix;
        this.size = size;
        this.directions = directions;
    }

    /** The stack of the parameters with a {@code prefix} and a dot. */
    public static Lstm of(Parameters parameters, String prefix, LstmSize size, Directions directions) {
        return new Lstm(parameters, prefix, size, directions);
    }

    /** The names and shapes of the parameters, in order. */
    public static Map<String, long[]> shapes(String prefix, int inputSize, LstmSize size, Directions directions) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (int layer = 0; layer < size.layers(); layer++) {
            long in = layer == 0 ? inputSize : (long) directions.count * size.units();
            for (int direction = 0; direction < directions.count; direction++) {
                shapes.put(name(prefix, layer, direction, "input"), new long[] {size.gates(), in});
                shapes.put(name(prefix, layer, direction, "recurrent"), new long[] {size.gates(), size.units()});
                shapes.put(name(prefix, layer, direction, "bias"), new long[] {size.gates()});
            }
        }
        return shapes;
    }

    private static String name(String prefix, int layer, int direction, String kind) {
        return "%s.%d.%s.%s".formatted(prefix, layer, Directions.name(direction), kind);
    }

    public LstmSize size() {
        return size;
    }

    /** The zero state. */
    public State zeroState(long batch) {
        long[] shape = {(long) size.layers() * directions.count, batch, size.units()};
        return new State(torch.zeros(shape), torch.zeros(shape));
    }

    /** A parameter of a layer of the forward direction: {@code input}, {@code recurrent} or {@code bias}. */
    Tensor parameter(int layer, String kind) {
        return parameters.tensor(name(prefix, layer, 0, kind));
    }

    /** The input weight of the first layer: [4 units, in]. */
    public Tensor inputWeight() {
        return parameter(0, "input");
    }

    /** The bias of the first layer: [4 units]. */
    public Tensor firstBias() {
        return parameter(0, "bias");
    }

    /** Reads frames: [steps, batch, in]. */
    public Output forward(Tensor input, State initial) {
        return forward(input, weight -> weight, initial);
    }

    /**
     * Reads frames of which some columns are given, all others being zero.
     *
     * @param input [steps, batch, given]
     * @param columns the index of each in a frame: [given]
     */
    public Output forward(Tensor input, Tensor columns, State initial) {
        return forward(input, weight -> weight.index_select(1, columns), initial);
    }

    private Output forward(Tensor input, UnaryOperator<Tensor> ofFirstLayer, State initial) {
        TensorVector weights = new TensorVector();
        Tensor noSecondBias = torch.zeros(size.gates()); // libtorch's layers have two biases
        for (int layer = 0; layer < size.layers(); layer++) {
            for (int direction = 0; direction < directions.count; direction++) {
                Tensor fromInput = parameters.tensor(name(prefix, layer, direction, "input"));
                weights.push_back(layer == 0 ? ofFirstLayer.apply(fromInput) : fromInput);
                weights.push_back(parameters.tensor(name(prefix, layer, direction, "recurrent")));
                weights.push_back(parameters.tensor(name(prefix, layer, direction, "bias")));
                weights.push_back(noSecondBias);
            }
        }
        TensorVector state = new TensorVector(initial.hidden(), initial.cell());
        T_TensorTensorTensor_T output =
                torch.lstm(input, state, weights, true, size.layers(), 0, true, directions == Directions.BOTH, false);
        return new Output(output.get0(), new State(output.get1(), output.get2()));
    }
}
