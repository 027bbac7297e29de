package diabolo.nn;

import diabolo.tensor.FrameTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A layer in one direction, run over all steps and back through time (Werbos 1990): matrix products by libtorch or {@link
 * RowProduct}, all else by {@link LstmCells}. Without recording by libtorch; its tensors belong to the open scope.
 */
final class LstmLayerPass {

    /**
     * A layer in one direction: its parameters, with their gradients.
     *
     * @param name unique in a network
     * @param isBackward from the last step to the first
     * @param input [4 units, in]
     * @param recurrent [4 units, units]
     * @param bias [4 units]
     */
    record Layer(String name, boolean isBackward, Tensor input, Tensor recurrent, Tensor bias) {}

    /** @param frames side by side, each [steps, batch, width], where there are no tokens */
    record Input(List<Tensor> frames, Optional<LstmInput.Tokens> tokens) {

        static Input of(LstmInput input) {
            return switch (input) {
                case LstmInput.Frames(Tensor frames) -> new Input(List.of(frames), Optional.empty());
                case LstmInput.Tokens tokens -> new Input(List.of(), Optional.of(tokens));
            };
        }

        /** Of steps and batch. */
        private long size(int dimension) {
            return tokens.map(LstmInput.Tokens::tokens)
                    .orElseGet(frames::getFirst)
                    .size(dimension);
        }
    }

    private static final int GATES = 4;

    private final Layer layer;
    private final Input input;
    private final boolean startsAtZero;
    private final long steps;
    private final long units;
    private final Tensor gates; // [steps, batch, 4 * units]; after the pass back the errors of the sums
    private final Tensor hidden; // [steps + 1, batch, units], the initial state before the step that is run first
    private final Tensor cell; // likewise
    private final Tensor constant; // of every step's sums: [4 * units], or [batch, 4 * units] with a condition
    private final int[][] tokens; // [steps][batch * lines]
    private final LstmCells cells;

    /** @param initial [batch, units] each; none for zeros */
    LstmLayerPass(Layer layer, Input input, Optional<Lstm.State> initial, Buffers buffers) {
        this.layer = layer;
        this.input = input;
        this.startsAtZero = initial.isEmpty();
        this.steps = input.size(0);
        long batch = input.size(1);
        this.units = layer.recurrent.size(1);
        this.gates = buffers.empty(layer.name + ".gates", steps, batch, 4 * units);
        this.hidden = buffers.empty(layer.name + ".hidden", steps + 1, batch, units);
        this.cell = buffers.empty(layer.name + ".cell", steps + 1, batch, units);
        Tensor firstHidden = hidden.select(0, layer.isBackward ? steps : 0);
        Tensor firstCell = cell.select(0, layer.isBackward ? steps : 0);
        initial.ifPresentOrElse(
                state -> {
                    firstHidden.copy_(state.hidden());
                    firstCell.copy_(state.cell());
                },
                firstCell::zero_);
        this.constant = input.tokens
                .flatMap(LstmInput.Tokens::condition)
                .map(some -> torch.addmm(
                        layer.bias, some, conditionColumns(layer.input, some).t()))
                .orElse(layer.bias);
        this.tokens = input.tokens.map(LstmInput.Tokens::numbers).orElseGet(() -> new int[(int) steps][0]);
        this.cells = new LstmCells(Math.toIntExact(batch), Math.toIntExact(units), table());
    }

    /** The columns of a condition in the input weight or its gradient. */
    private static Tensor conditionColumns(Tensor weight, Tensor condition) {
        return weight.narrow(1, weight.size(1) - condition.size(1), condition.size(1));
    }

    /** The columns of the tokens, gate by gate; the last is of no token. */
    private float[][][] table() {
        int count = input.tokens.map(LstmInput.Tokens::count).orElse(-1);
        if (count < 0) {
            return new float[0][][];
        }
        Tensor columns = layer.input.narrow(1, 0, count).t(); // [count, 4 * units]
        float[] all = FrameTensors.toArray(torch.constant_pad_nd(columns, 0, 0, 0, 1));
        float[][][] table = new float[count + 1][GATES][(int) units];
        for (int row = 0; row < GATES * table.length; row++) {
            System.arraycopy(all, row * (int) units, table[row / GATES][row % GATES], 0, (int) units);
        }
        return table;
    }

    /** Runs all steps. */
    void forward() {
        for (long done = 0; done < steps; done++) {
            long at = order(done);
            Tensor sums = gates.select(0, at); // [batch, 4 * units]
            if (done == 0 && startsAtZero) {
                sums.zero_();
            } else {
                RowProduct.set(sums, hidden.select(0, before(at)), layer.recurrent);
            }
            long column = 0;
            for (Tensor frames : input.frames) {
                sums.addmm_(
                        frames.select(0, at),
                        layer.input.narrow(1, column, frames.size(2)).t());
                column += frames.size(2);
            }
            cells.forward(step(at), hidden.select(0, after(at)));
        }
    }

    private LstmCells.Step step(long at) {
        return new LstmCells.Step(
                gates.select(0, at), constant, tokens[(int) at], cell.select(0, before(at)), cell.select(0, after(at)));
    }

    private long order(long done) {
        return layer.isBackward ? steps - 1 - done : done;
    }

    private long before(long at) {
        return layer.isBackward ? at + 1 : at;
    }

    private long after(long at) {
        return layer.isBackward ? at : at + 1;
    }

    /** The hidden states: [steps, batch, units]. */
    Tensor states() {
        return hidden.narrow(0, layer.isBackward ? 0 : 1, steps);
    }

    /** The hidden state after the step that is run last: [batch, units]. */
    Tensor lastState() {
        return hidden.select(0, layer.isBackward ? 0 : steps);
    }

    /**
     * The errors of what a layer reads.
     *
     * @param frames likewise
     * @param condition [batch, conditionSize]
     * @param initial [batch, units] each
     */
    record Errors(List<Tensor> frames, Optional<Tensor> condition, Lstm.State initial) {}

    /**
     * Runs all steps back, and adds to the gradients of the layer.
     *
     * @param ofStates [steps, batch, units], or none if they are not read
     * @param ofLast [batch, units], likewise
     */
    Errors backward(Optional<Tensor> ofStates, Optional<Tensor> ofLast) {
        Tensor ofHidden = ofLast.map(Tensor::clone).orElseGet(() -> torch.zeros_like(lastState())); // [batch, units]
        Tensor ofCell = torch.zeros_like(ofHidden); // [batch, units]
        for (long left = steps - 1; left >= 0; left--) {
            long at = order(left);
            if (left < steps - 1) {
                torch.mm_out(ofHidden, gates.select(0, order(left + 1)), layer.recurrent);
            }
            ofStates.ifPresent(some -> ofHidden.add_(some.select(0, at)));
            cells.backward(step(at), ofHidden, ofCell);
        }
        addGradients();
        if (!startsAtZero) {
            torch.mm_out(ofHidden, gates.select(0, order(0)), layer.recurrent);
        }
        return new Errors(ofFrames(), ofCondition(), new Lstm.State(ofHidden, ofCell));
    }

    private void addGradients() {
        long skipped = startsAtZero ? 1 : 0; // the first product
        long from = layer.isBackward ? 0 : skipped;
        Tensor errors = rows(gates.narrow(0, from, steps - skipped)); // [steps * batch, 4 * units]
        Tensor states = rows(hidden.narrow(0, before(from), steps - skipped)); // [steps * batch, units]
        layer.recurrent.grad().addmm_(errors.t(), states);
        layer.bias.grad().add_(FrameTensors.of(cells.biasErrors()).flatten());
        input.tokens.ifPresent(some -> {
            float[][] ofTokens = IntStream.range(0, some.count())
                    .mapToObj(cells::tokenErrors)
                    .flatMap(Arrays::stream)
                    .toArray(float[][]::new); // [count * 4, units]
            layer.input
                    .grad()
                    .narrow(1, 0, some.count())
                    .add_(FrameTensors.of(ofTokens).view(some.count(), -1).t());
        });
    }

    private List<Tensor> ofFrames() {
        Tensor errors = rows(gates);
        List<Tensor> all = new ArrayList<>();
        long column = 0;
        for (Tensor frames : input.frames) {
            long width = frames.size(2);
            layer.input.grad().narrow(1, column, width).addmm_(errors.t(), rows(frames));
            all.add(errors.mm(layer.input.narrow(1, column, width)).view(frames.sizes()));
            column += width;
        }
        return all;
    }

    private Optional<Tensor> ofCondition() {
        return input.tokens.flatMap(LstmInput.Tokens::condition).map(some -> {
            Tensor errors = gates.sum(0); // [batch, 4 * units]
            conditionColumns(layer.input.grad(), some).addmm_(errors.t(), some);
            return errors.mm(conditionColumns(layer.input, some));
        });
    }

    /** [steps, batch, width] to [steps * batch, width]. */
    private static Tensor rows(Tensor frames) {
        return frames.reshape(frames.size(0) * frames.size(1), frames.size(2));
    }
}
