package diabolo.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.GradMode;
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
 * Tensor last = lstm.lastStates(new LstmInput.Frames(frames)); // [steps, batch, in] to [batch, 2 * units]
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
    public record State(Tensor hidden, Tensor cell) {

        /** Of a layer of the forward direction: [batch, units] each. */
        State of(int layer) {
            return new State(hidden.select(0, layer), cell.select(0, layer));
        }
    }

    /** Of a layer and direction in libtorch: those of input and recurrent state, and two biases. */
    private static final long WEIGHTS = 4;

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

    /** A parameter of a layer of the forward direction: {@code input}, {@code recurrent} or {@code bias}. */
    Tensor parameter(int layer, String kind) {
        return parameter(layer, 0, kind);
    }

    private Tensor parameter(int layer, int direction, String kind) {
        return parameters.tensor(name(prefix, layer, direction, kind));
    }

    /** The input weight of the first layer: [4 units, in]. */
    public Tensor inputWeight() {
        return parameter(0, "input");
    }

    /** The bias of the first layer: [4 units]. */
    public Tensor firstBias() {
        return parameter(0, "bias");
    }

    /**
     * The hidden states of the last layer, of a stack in the forward direction. A tape records one pass of a stack.
     *
     * @return [steps, batch, units]
     */
    public Tensor states(LstmInput input, State initial) {
        return recording()
                .map(tape -> {
                    LstmPass pass = run(input, Optional.of(initial));
                    return tape.record(pass.states(), pass::backFromStates);
                })
                .orElseGet(() -> byLibtorch(input, initial).get0());
    }

    /**
     * The hidden states of the last layer after its last steps, from a state of zeros; of the backward direction, after the first.
     *
     * @return the directions concatenated: [batch, directions * units]
     */
    public Tensor lastStates(LstmInput input) {
        return recording()
                .map(tape -> {
                    LstmPass pass = run(input, Optional.empty());
                    return tape.record(pass.lastStates(), pass::backFromLastStates);
                })
                .orElseGet(() -> {
                    Tensor last = byLibtorch(input, zeroState(input.batch())).get1();
                    TensorVector ofTop = new TensorVector();
                    for (long direction = last.size(0) - directions.count; direction < last.size(0); direction++) {
                        ofTop.push_back(last.select(0, direction));
                    }
                    return torch.cat(ofTop, 1);
                });
    }

    private State zeroState(long batch) {
        long[] shape = {(long) size.layers() * directions.count, batch, size.units()};
        return new State(torch.zeros(shape), torch.zeros(shape));
    }

    private Optional<GradientTape> recording() {
        return GradMode.is_enabled() ? parameters.tape() : Optional.empty();
    }

    private LstmPass run(LstmInput input, Optional<State> initial) {
        return new LstmPass(stack(), input, initial, parameters.buffers());
    }

    /** Of each layer its directions. */
    private List<List<LstmLayerPass.Layer>> stack() {
        return IntStream.range(0, size.layers())
                .mapToObj(layer -> IntStream.range(0, directions.count)
                        .mapToObj(direction -> new LstmLayerPass.Layer(
                                name(prefix, layer, direction, "memory"),
                                direction > 0,
                                parameter(layer, direction, "input"),
                                parameter(layer, direction, "recurrent"),
                                parameter(layer, direction, "bias")))
                        .toList())
                .toList();
    }

    /** By libtorch, which differentiates it where gradients are wanted and no tape records. */
    private T_TensorTensorTensor_T byLibtorch(LstmInput input, State initial) {
        LstmInput.Columns read = input.columns();
        Tensor noSecondBias = torch.zeros(size.gates()); // libtorch's layers have two biases
        TensorVector all = new TensorVector();
        for (List<LstmLayerPass.Layer> layer : stack()) {
            for (LstmLayerPass.Layer some : layer) {
                all.push_back(all.size() < WEIGHTS * directions.count ? read.of(some.input()) : some.input());
                all.push_back(some.recurrent());
                all.push_back(some.bias());
                all.push_back(noSecondBias);
            }
        }
        TensorVector state = new TensorVector(initial.hidden(), initial.cell());
        boolean both = directions == Directions.BOTH;
        return torch.lstm(read.frames(), state, all, true, size.layers(), 0, true, both, false);
    }
}
