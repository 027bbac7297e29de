package diabolo.model;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Lstm;
import diabolo.nn.LstmInput;
import diabolo.nn.LstmSize;
import diabolo.nn.LstmSteps;
import diabolo.nn.NadeLayer;
import diabolo.nn.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * An LSTM that decodes the tokens of one or more lines, each step conditioned on the tokens before and on a condition: the code,
 * or a conductor's output for a segment (Roberts et al. 2018, section 3.2).
 *
 * <p>The condition gives the initial state and is concatenated with the previous tokens at every step.
 */
final class TokenDecoder {

    private final List<Integer> alphabets;
    private final int tokens;
    private final LstmSize size;
    private final DenseLayer initial;
    private final Lstm lstm;
    private final TokenOutput output;

    TokenDecoder(Parameters parameters, int number, RecurrentSpec spec) {
        String prefix = ParameterNames.decoderOfTokens(number);
        this.alphabets = spec.decoderAlphabets().get(number);
        this.tokens = alphabets.stream().mapToInt(Integer::intValue).sum();
        this.size = spec.decoderSize();
        this.initial = dense(parameters, prefix + ".initial", Activation.TANH);
        this.lstm = Lstm.of(parameters, prefix, size, Lstm.Directions.FORWARD);
        this.output = spec.nade().isPresent()
                ? new TokenOutput.BitByBit(NadeLayer.of(parameters, prefix))
                : new TokenOutput.Softmax(dense(parameters, prefix + ".output", Activation.LINEAR), alphabets);
    }

    static DenseLayer dense(Parameters parameters, String name, Activation activation) {
        return new DenseLayer(parameters.tensor(name + ".weight"), parameters.tensor(name + ".bias"), activation);
    }

    List<Integer> alphabets() {
        return alphabets;
    }

    /** The tokens of all lines. */
    int count() {
        return tokens;
    }

    /** The initial state of a condition: layer by layer hidden state and cell. */
    static Lstm.State state(DenseLayer initial, LstmSize size, Tensor condition) {
        long batch = condition.size(0);
        Tensor all = initial.forward(condition) // [batch, layers * 2 * units]
                .view(batch, size.layers(), 2, size.units())
                .permute(2, 1, 0, 3) // [2, layers, batch, units]
                .contiguous();
        return new Lstm.State(all.select(0, 0), all.select(0, 1));
    }

    /**
     * The hidden states under teacher forcing.
     *
     * @param condition [batch, conditionSize]
     * @param previous the tokens of the step before, as {@link LstmInput.Tokens} takes them: [steps, batch, lines]
     * @return [steps, batch, units]
     */
    Tensor states(Tensor condition, Tensor previous) {
        LstmInput input = new LstmInput.Tokens(previous, tokens, Optional.of(condition));
        return lstm.states(input, state(initial, size, condition));
    }

    /**
     * The logits of all tokens.
     *
     * @param states [steps, batch, units]
     * @return of each line [steps, batch, alphabet]
     */
    List<Tensor> logits(Tensor states) {
        return output.logits(rows(states)).stream()
                .map(line -> line.view(states.size(0), states.size(1), line.size(1)))
                .toList();
    }

    /**
     * The cross-entropy of tokens in nats, summed.
     *
     * @param states [steps, batch, units]
     * @param tokens of its lines: [lines, steps, batch]
     * @return []
     */
    Tensor crossEntropy(Tensor states, Tensor tokens) {
        return output.crossEntropy(
                rows(states),
                Stream.iterate(0, line -> line < alphabets.size(), line -> line + 1)
                        .map(line -> tokens.select(0, line).flatten())
                        .toList());
    }

    private static Tensor rows(Tensor states) {
        return states.reshape(states.size(0) * states.size(1), states.size(2));
    }

    /** Begins to generate, step by step and without gradients. */
    Generation generate(Tensor condition) {
        return new Generation(condition);
    }

    /** The state of a generation. Belongs to the open scope. */
    final class Generation {

        private final LstmSteps steps;
        private final Tensor conditionGates; // [batch, 4 units]
        private final List<Tensor> tables; // of each line [alphabet, 4 units]

        private Generation(Tensor condition) {
            this.steps = new LstmSteps(lstm, state(initial, size, condition));
            Tensor input = lstm.inputWeight().detach(); // [4 units, tokens + conditionSize]
            Tensor fromCondition = input.narrow(1, tokens, condition.size(1)); // [4 units, conditionSize]
            this.conditionGates = torch.linear(
                    condition.detach(),
                    fromCondition,
                    new TensorOptional(lstm.firstBias().detach()));
            Tensor table = input.narrow(1, 0, tokens).t().contiguous(); // [tokens, 4 units]
            this.tables = TokenTensors.lines(table, 0, alphabets);
        }

        /**
         * The logits of the next step.
         *
         * @param previous of each line the last tokens, [batch]; none at the first step
         * @return of each line [batch, alphabet]
         */
        List<Tensor> step(List<Tensor> previous) {
            Tensor gates = conditionGates.clone(); // [batch, 4 units]
            for (int line = 0; line < previous.size(); line++) {
                gates.add_(tables.get(line).index_select(0, previous.get(line)));
            }
            return output.logitsOfRows(steps.step(gates));
        }
    }
}
