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
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
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
    private final DenseLayer outputOfKinds;
    private final DenseLayer outputByNeighbours;
    private final int[] kinds; // of the tokens of a line

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
        this.outputOfKinds = layer("outputOfKinds");
        this.outputByNeighbours = layer("outputByNeighbours");
        this.kinds =
                IntStream.range(0, spec.alphabet()).map(InpainterSpec::kind).toArray();
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
        Tensor states = embedded(tokens, mask); // [batch, steps, width]
        int number = 0;
        for (Block block : blocks) {
            int place = number++;
            Tensor wide = torch.gelu(block.convolution().sums(neighbours(normalized(states), block.distance())));
            states =
                    states.add(dropped(block.mix().sums(wide), dropout.map(source -> source.derive("dropout", place))));
        }
        return said(normalized(states), tokens, mask);
    }

    /** By token, by kind of token, and by interval from the pitches before and after: [batch, steps, lines, alphabet]. */
    private Tensor said(Tensor states, Tensor tokens, Tensor mask) {
        long batch = states.size(0);
        long steps = states.size(1);
        Tensor ofTokens = output.sums(states).reshape(batch, steps, spec.lines(), spec.alphabet());
        Tensor ofKinds = outputOfKinds
                .sums(states)
                .reshape(batch, steps, spec.lines(), spec.kinds())
                .index_select(3, FrameTensors.indices(kinds, 0, kinds.length));
        Tensor byNeighbours =
                outputByNeighbours.sums(states).reshape(batch, steps, spec.lines(), 2L * InpainterSpec.BY_NEIGHBOUR);
        Tensor lines = tokens.narrow(0, 0, spec.lines()).permute(2, 1, 0); // [batch, steps, lines]
        Tensor known = lines.mul(mask.permute(0, 2, 1).neg().add(new Scalar(1)).toType(torch.ScalarType.Long));
        Tensor none = torch.zeros_like(known.narrow(1, 0, 1));
        Tensor before = torch.cat(new TensorVector(none, known.narrow(1, 0, steps - 1)), 1);
        Tensor after = torch.cat(new TensorVector(known.narrow(1, 1, steps - 1), none), 1);
        Tensor places = torch.cat(new TensorVector(meant(before), meant(after)), 3);
        return ofTokens.add(ofKinds).scatter_add(3, places, byNeighbours);
    }

    /** The tokens that outputs by a neighbour mean, 0 where it is masked, outside or a rest: [batch, steps, lines, BY_NEIGHBOUR]. */
    private Tensor meant(Tensor neighbour) {
        Tensor isPitch =
                neighbour.gt(new Scalar(1L)).toType(torch.ScalarType.Long).unsqueeze(3);
        Tensor begun = torch.floor_divide(neighbour, new Scalar(2L))
                .mul(new Scalar(2L))
                .unsqueeze(3);
        int[] shifts = new int[InpainterSpec.BY_NEIGHBOUR];
        for (int i = 0; i < shifts.length - 1; i++) {
            shifts[i] = 2 * (i - InpainterSpec.INTERVALS);
        }
        shifts[shifts.length - 1] = 1; // held
        return begun.add(FrameTensors.indices(shifts, 0, shifts.length))
                .clamp(new ScalarOptional(new Scalar(2L)), new ScalarOptional(new Scalar(spec.alphabet() - 1L)))
                .mul(isPitch);
    }

    /** Each step is the sum of the embeddings of its tokens: [batch, steps, width]. */
    private Tensor embedded(Tensor tokens, Tensor mask) {
        Tensor sum = rows("place", tokens.select(0, spec.lines()));
        for (int line = 0; line < spec.lines(); line++) {
            Tensor ids = tokens.select(0, line).add(new Scalar((long) line * spec.alphabet())); // [steps, batch]
            Tensor pairs = torch.floor_divide(ids, new Scalar(2L));
            Tensor isMasked = mask.select(1, line).unsqueeze(2); // [batch, steps, 1]
            Tensor ofKind = tokens.select(0, line);
            ofKind = torch.where(
                            ofKind.lt(new Scalar(2L)),
                            ofKind,
                            torch.remainder(ofKind.sub(new Scalar(2L)), new Scalar((long) InpainterSpec.OCTAVE))
                                    .add(new Scalar(2L)))
                    .add(new Scalar((long) line * spec.kinds()));
            Tensor known = rows("token", ids).add(rows("pair", pairs)).add(rows("kind", ofKind));
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
