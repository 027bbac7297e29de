package diabolo.model;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Lstm;
import diabolo.nn.LstmInput;
import diabolo.nn.LstmSize;
import diabolo.nn.LstmSteps;
import diabolo.nn.NadeLayer;
import diabolo.nn.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
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
    private final Output output;

    TokenDecoder(Parameters parameters, int number, RecurrentSpec spec) {
        String prefix = ParameterNames.decoderOfTokens(number);
        this.alphabets = spec.decoderAlphabets().get(number);
        this.tokens = alphabets.stream().mapToInt(Integer::intValue).sum();
        this.size = spec.decoderSize();
        this.initial = dense(parameters, prefix + ".initial", Activation.TANH);
        this.lstm = Lstm.of(parameters, prefix, size, Lstm.Directions.FORWARD);
        this.output = spec.nade().isPresent()
                ? new Output.BitByBit(NadeLayer.of(parameters, prefix))
                : new Output.Softmax(dense(parameters, prefix + ".output", Activation.LINEAR), alphabets);
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

    /**
     * Generates tokens autoregressively: each step is conditioned on the tokens sampled before.
     *
     * @param decoders of all lines together
     * @param conditions of the segments: [segments, batch, conditionSize]
     * @param steps whole segments
     * @return [lines, steps, batch]
     */
    static Tensor generate(List<TokenDecoder> decoders, Tensor conditions, int steps, TokenSampler sampler) {
        TensorVector lines = new TensorVector();
        for (TokenDecoder decoder : decoders) {
            int segmentSteps = steps / Math.toIntExact(conditions.size(0));
            for (Tensor line :
                    generateLines(decoder, conditions, segmentSteps, sampler, Math.toIntExact(lines.size()))) {
                lines.push_back(line);
            }
        }
        return torch.stack(lines, 0);
    }

    /** Of each of a decoder's lines [steps, batch]. */
    private static List<Tensor> generateLines(
            TokenDecoder decoder, Tensor conditions, int segmentSteps, TokenSampler sampler, int firstLine) {
        List<TensorVector> generated =
                decoder.alphabets().stream().map(_ -> new TensorVector()).toList();
        List<Tensor> previous = List.of();
        for (int step = 0, segment = 0; segment < conditions.size(0); segment++) {
            Generation generation = decoder.generate(conditions.select(0, segment));
            for (int end = step + segmentSteps; step < end; step++) {
                List<Tensor> logits = generation.step(previous);
                List<Tensor> chosen = new ArrayList<>();
                for (int line = 0; line < logits.size(); line++) {
                    chosen.add(sampler.choose(logits.get(line), firstLine + line, step)); // [batch]
                    generated.get(line).push_back(chosen.get(line));
                }
                previous = chosen;
            }
        }
        return generated.stream().map(line -> torch.stack(line, 0)).toList();
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

    /** The output layer of a token decoder. */
    private sealed interface Output {

        /**
         * The logits of all tokens.
         *
         * @param states [rows, units]
         * @return of each line [rows, alphabet]
         */
        List<Tensor> logits(Tensor states);

        /** The same without gradients, of the batch of one step. */
        List<Tensor> logitsOfRows(Tensor states);

        /**
         * The cross-entropy of tokens in nats, summed.
         *
         * @param states [rows, units]
         * @param tokens of each line [rows]
         * @return []
         */
        Tensor crossEntropy(Tensor states, List<Tensor> tokens);

        /** A softmax over the tokens of each line, all from one layer. */
        record Softmax(DenseLayer layer, List<Integer> alphabets) implements Output {

            private static final long SUM = 2; // at::Reduction::Sum
            private static final long NO_TOKEN = -100; // libtorch's ignored target

            @Override
            public List<Tensor> logits(Tensor states) {
                return TokenTensors.lines(layer.sums(states), 1, alphabets);
            }

            @Override
            public List<Tensor> logitsOfRows(Tensor states) {
                return TokenTensors.lines(layer.sumsOfRows(states), 1, alphabets);
            }

            @Override
            public Tensor crossEntropy(Tensor states, List<Tensor> tokens) {
                List<Tensor> logits = logits(states);
                Tensor total = torch.zeros(new long[0]);
                for (int line = 0; line < logits.size(); line++) {
                    total = total.add(torch.cross_entropy_loss(
                            logits.get(line), tokens.get(line), new TensorOptional(), SUM, NO_TOKEN, 0));
                }
                return total;
            }
        }

        /** The tokens of a single line as sets, decided bit by bit. */
        record BitByBit(NadeLayer layer) implements Output {

            @Override
            public List<Tensor> logits(Tensor states) {
                return List.of(layer.logProbabilities(states));
            }

            @Override
            public List<Tensor> logitsOfRows(Tensor states) {
                return logits(states);
            }

            @Override
            public Tensor crossEntropy(Tensor states, List<Tensor> tokens) {
                return layer.crossEntropy(states, tokens.getFirst());
            }
        }
    }
}
