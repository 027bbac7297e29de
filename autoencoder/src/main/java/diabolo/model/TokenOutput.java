package diabolo.model;

import diabolo.nn.DenseLayer;
import diabolo.nn.NadeLayer;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The output layer of a token decoder. */
sealed interface TokenOutput {

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
    record Softmax(DenseLayer layer, List<Integer> alphabets) implements TokenOutput {

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
    record BitByBit(NadeLayer layer) implements TokenOutput {

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
