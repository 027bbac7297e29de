package diabolo.nn;

import diabolo.tensor.TensorScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A neural autoregressive distribution estimator, NADE (Larochelle and Murray 2011): the probability of a set bit by bit, each
 * conditioned on those before. Its input gives the biases of hidden and visible units, as in the RNN-NADE of Boulanger-Lewandowski
 * et al. (2012).
 *
 * <pre>{@code
 * NadeLayer layer = NadeLayer.of(parameters, "decoder.0");
 * Tensor logits = layer.logProbabilities(states); // [batch, in] to [batch, 512], of nine drums
 * }</pre>
 *
 * <p>A set is a number whose bit i is 1 if element i belongs to it; bit 0 comes first. Does not own its tensors: {@link Parameters}
 * does.
 */
public final class NadeLayer {

    private static final long UNITS_AT_ONCE = 1 << 24; // hidden units of the last bit, which bounds memory
    private static final long SUM = 2; // at::Reduction::Sum

    private final DenseLayer biases; // [in] to [units + bits]
    private final Tensor hidden; // weights from a bit to the hidden units after it: [bits, units]
    private final Tensor visible; // weights from the hidden units to a bit: [bits, units]
    private final long bits;
    private final long units;

    private NadeLayer(DenseLayer biases, Tensor hidden, Tensor visible) {
        this.biases = biases;
        this.hidden = hidden;
        this.visible = visible;
        this.bits = hidden.size(0);
        this.units = hidden.size(1);
    }

    /** The layer of the parameters with a {@code prefix} and a dot. */
    public static NadeLayer of(Parameters parameters, String prefix) {
        return new NadeLayer(
                new DenseLayer(
                        parameters.tensor(prefix + ".output.weight"),
                        parameters.tensor(prefix + ".output.bias"),
                        Activation.LINEAR),
                parameters.tensor(prefix + ".nade.hidden"),
                parameters.tensor(prefix + ".nade.visible"));
    }

    /** The names and shapes of the parameters, in order. */
    public static Map<String, long[]> shapes(String prefix, long in, int bits, int units) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put(prefix + ".output.weight", new long[] {units + bits, in});
        shapes.put(prefix + ".output.bias", new long[] {units + bits});
        shapes.put(prefix + ".nade.hidden", new long[] {bits, units});
        shapes.put(prefix + ".nade.visible", new long[] {bits, units});
        return shapes;
    }

    /** Of every set: [batch, in] to [batch, 2^bits]. */
    public Tensor logProbabilities(Tensor input) {
        Tensor all = torch.empty(input.size(0), 1L << bits); // [batch, 2^bits]
        long portion = Math.max(1, UNITS_AT_ONCE / (units << (bits - 1)));
        for (long from = 0; from < input.size(0); from += portion) {
            long count = Math.min(portion, input.size(0) - from);
            try (TensorScope _ = TensorScope.open()) {
                all.narrow(0, from, count).copy_(ofAllSets(input.narrow(0, from, count)));
            }
        }
        return all;
    }

    /** Expands the tree of all sets bit by bit, sets without the bit before those with it. */
    private Tensor ofAllSets(Tensor input) {
        Tensor given = biases.forward(input); // [batch, units + bits]
        Tensor sums = given.narrow(1, 0, units).unsqueeze(1); // [batch, 2^bit, units]
        Tensor logProbabilities = torch.zeros(input.size(0), 1); // [batch, 2^bit]
        for (long bit = 0; bit < bits; bit++) {
            Tensor odds = torch.matmul(sums.sigmoid(), visible.select(0, bit)) // [batch, 2^bit]
                    .add(given.narrow(1, units + bit, 1));
            Tensor without = logProbabilities.add(torch.log_sigmoid(odds.neg()));
            Tensor with = logProbabilities.add(torch.log_sigmoid(odds));
            logProbabilities = torch.cat(new TensorVector(without, with), 1);
            if (bit < bits - 1) {
                sums = torch.cat(new TensorVector(sums, sums.add(hidden.select(0, bit))), 1);
            }
        }
        return logProbabilities;
    }

    /**
     * The cross-entropy of some sets in nats, summed, without computing all sets.
     *
     * @param input [batch, in]
     * @param sets [batch], whole numbers
     * @return []
     */
    public Tensor crossEntropy(Tensor input, Tensor sets) {
        Tensor given = biases.forward(input); // [batch, units + bits]
        Tensor fromInput = given.narrow(1, 0, units);
        Tensor isIn = isIn(sets); // [batch, bits]
        TensorVector odds = new TensorVector();
        for (long bit = 0; bit < bits; bit++) {
            Tensor sums = torch.addmm(fromInput, isIn.narrow(1, 0, bit), hidden.narrow(0, 0, bit)); // [batch, units]
            odds.push_back(torch.matmul(sums.sigmoid(), visible.select(0, bit))); // [batch]
        }
        return torch.binary_cross_entropy_with_logits(
                torch.stack(odds, 1).add(given.narrow(1, units, bits)),
                isIn,
                new TensorOptional(),
                new TensorOptional(),
                SUM);
    }

    /** [batch] to [batch, bits] of zeros and ones. */
    private Tensor isIn(Tensor sets) {
        Tensor places = torch.arange(new Scalar(bits), new TensorOptions(torch.ScalarType.Long)); // [bits]
        return sets.unsqueeze(1)
                .bitwise_right_shift(places)
                .bitwise_and(new Scalar(1L))
                .to(torch.ScalarType.Float);
    }
}
