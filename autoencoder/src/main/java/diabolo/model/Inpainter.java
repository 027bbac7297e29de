package diabolo.model;

import static diabolo.note.Checks.require;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Predicts masked tokens of several lines, built from an {@link InpainterSpec}: each masked token by itself, given all that are not masked.
 * Music is sampled from it by masking and sampling again and again (Gibbs sampling).
 *
 * <pre>{@code
 * try (Inpainter inpainter = Inpainter.of(spec, weights)) {
 *     float[][] likely = inpainter.logProbabilities(List.of(tokens), List.of(masked));
 *     likely[step][line * spec.alphabet() + token]; // of a masked token
 * }
 * }</pre>
 *
 * <p>Owns native memory until closed.
 */
public final class Inpainter implements TrainableNetwork {

    private final InpainterSpec spec;
    private final Parameters parameters;
    private final List<Block> blocks = new ArrayList<>();
    private final DenseLayer output;

    /** The layers of a block. */
    private record Block(DenseLayer convolution, DenseLayer mix, int distance) {}

    private Inpainter(InpainterSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        for (int number = 0; number < spec.blocks(); number++) {
            blocks.add(new Block(
                    layer(InpainterSpec.block(number, "convolution")),
                    layer(InpainterSpec.block(number, "mix")),
                    InpainterSpec.distance(number)));
        }
        this.output = layer("output");
    }

    private DenseLayer layer(String name) {
        return new DenseLayer(
                parameters.tensor(name + ".weight"), parameters.tensor(name + ".bias"), Activation.LINEAR);
    }

    /**
     * A network with given weights.
     *
     * @param weights by the names of {@link InpainterSpec#shapes}
     * @throws IllegalArgumentException if one is missing, too many, or of another shape
     */
    public static Inpainter of(InpainterSpec spec, List<NamedArray> weights) {
        return new Inpainter(spec, Parameters.of(new WeightCheck(spec).inOrder(weights)));
    }

    @Override
    public InpainterSpec spec() {
        return spec;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Optional<Inpainter> inpainter() {
        return Optional.of(this);
    }

    /**
     * The log-probabilities of all tokens at every place of every line; those of masked ones are predictions.
     *
     * @param pieces [pieces][lines + 1][steps], of one length, at least {@link InpainterSpec#FARTHEST} + 1 steps; masked tokens are ignored
     * @param masked [pieces][lines][steps]
     * @return in nats: [pieces * steps][lines * alphabet]
     */
    public float[][] logProbabilities(List<int[][]> pieces, List<boolean[][]> masked) {
        parameters.requireOpen();
        require(
                pieces.size() == masked.size(),
                "%d pieces need as many masks, not %d".formatted(pieces.size(), masked.size()));
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            Tensor logits = logits(TokenTensors.of(pieces), mask(masked), Optional.empty());
            return FrameTensors.toArrays(torch.log_softmax(logits, 3)
                    .reshape(logits.size(0) * logits.size(1), (long) spec.lines() * spec.alphabet()));
        }
    }

    private Tensor mask(List<boolean[][]> masked) {
        int steps = masked.getFirst()[0].length;
        float[] values = new float[masked.size() * spec.lines() * steps];
        int at = 0;
        for (boolean[][] piece : masked) {
            for (boolean[] line : piece) {
                for (boolean isMasked : line) {
                    values[at++] = isMasked ? 1 : 0;
                }
            }
        }
        return FrameTensors.of(values, masked.size(), spec.lines(), steps);
    }

    /**
     * The logits of all tokens, differentiable.
     *
     * @param tokens [lines + 1, steps, batch]
     * @param mask [batch, lines, steps], 1 where a token is masked
     * @param dropout the chance of dropout in training; none without
     * @return [batch, steps, lines, alphabet]
     */
    public Tensor logits(Tensor tokens, Tensor mask, Optional<RandomSource> dropout) {
        parameters.requireOpen();
        long steps = tokens.size(1);
        long batch = tokens.size(2);
        Tensor states = embedded(tokens, mask); // [batch, steps, width]
        int number = 0;
        for (Block block : blocks) {
            int place = number++;
            Tensor wide = torch.gelu(block.convolution().sums(neighbours(normalized(states), block.distance())));
            states = states.add(
                    dropped(block.mix().sums(wide), dropout.map(source -> source.derive("dropout", place))));
        }
        return output.sums(normalized(states)).reshape(batch, steps, spec.lines(), spec.alphabet());
    }

    /** Each step is the sum of the embeddings of its tokens: [batch, steps, width]. */
    private Tensor embedded(Tensor tokens, Tensor mask) {
        Tensor sum = rows("place", tokens.select(0, spec.lines()));
        for (int line = 0; line < spec.lines(); line++) {
            Tensor ids = tokens.select(0, line).add(new Scalar((long) line * spec.alphabet())); // [steps, batch]
            Tensor pairs = torch.floor_divide(ids, new Scalar(2L));
            Tensor isMasked = mask.select(1, line).unsqueeze(2); // [batch, steps, 1]
            Tensor known = rows("token", ids).add(rows("pair", pairs));
            Tensor hidden = parameters.tensor("masked").narrow(0, line, 1); // [1, width]
            sum = sum.add(known.mul(isMasked.neg().add(new Scalar(1)))).add(isMasked.mul(hidden));
        }
        return sum;
    }

    /** @param ids [steps, batch] */
    private Tensor rows(String table, Tensor ids) {
        long steps = ids.size(0);
        long batch = ids.size(1);
        return parameters
                .tensor(table)
                .index_select(0, ids.t().reshape(steps * batch))
                .view(batch, steps, spec.width());
    }

    /** Each state with those so many steps before and after, zeros beyond the ends: [batch, steps, 3 * width]. */
    private Tensor neighbours(Tensor states, int distance) {
        long steps = states.size(1);
        Tensor none = torch.zeros(states.size(0), distance, spec.width());
        Tensor before = torch.cat(new TensorVector(none, states.narrow(1, 0, steps - distance)), 1);
        Tensor after = torch.cat(new TensorVector(states.narrow(1, distance, steps - distance), none), 1);
        return torch.cat(new TensorVector(before, states, after), 2);
    }

    private Tensor normalized(Tensor states) {
        return torch.layer_norm(states, new long[] {spec.width()});
    }

    private Tensor dropped(Tensor states, Optional<RandomSource> chance) {
        if (chance.isEmpty() || spec.dropout() == 0) {
            return states;
        }
        Tensor kept = torch.empty_like(states.detach())
                .bernoulli_(1 - spec.dropout(), chance.get().tensorGenerator());
        return states.mul(kept.div_(new Scalar(1 - spec.dropout())));
    }

    @Override
    public void close() {
        parameters.close();
    }
}
