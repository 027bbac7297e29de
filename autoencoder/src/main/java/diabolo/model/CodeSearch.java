package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.representation.Cells;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Looks for a code whose decoding is as wanted in some cells, whatever it is in the others: gradient descent on the code,
 * through the decoder, whose weights stay as they are (Sun 2015, "harmonizing a melody").
 *
 * <pre>{@code
 * CodeSearch search = network.gradientSearch().orElseThrow();
 * CodeSearch.Found found = search.search(cells, wanted, starts, new CodeSearch.Settings(500, 0.05), update -> {});
 * }</pre>
 *
 * <p>Several starts are followed at once and the best end is kept. Only the wanted cells of the output layer are computed,
 * which is most of the work saved; {@link #follow} computes them all, for wishes that are about the whole of a decoding.
 */
public final class CodeSearch {

    /**
     * How far a search goes.
     *
     * @param updates 1 to 1,000,000
     * @param learningRate of Adam; positive
     */
    public record Settings(int updates, double learningRate) {
        public Settings {
            requireBetween("updates", updates, 1, 1_000_000);
            require(learningRate > 0, "learningRate must be positive, was " + learningRate);
        }
    }

    /**
     * Where a search ended.
     *
     * @param code [codeSize]
     * @param error the sum over the wanted cells of the squared difference
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Found(float[] code, double error) {}

    /** Hears how a search goes on. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Looks at the codes under way and at what they decode to.
         *
         * @param codes [starts][codeSize]
         * @param decoded how likely each cell is, of each start
         * @return for each start how strongly its highest line is to get more onsets, where negative fewer, until the next look;
         *     empty to end the search
         */
        float[] look(int update, float[][] codes, List<Cells> decoded);
    }

    private static final int UPDATES_BETWEEN_LOOKS = 5;

    private final DenseAutoencoder network;

    CodeSearch(DenseAutoencoder network) {
        this.network = network;
    }

    /**
     * Searches from every start and gives the best end.
     *
     * @param cells which cells of a frame are wanted to be something, one or more
     * @param wanted what each of them shall be, 0 to 1
     * @param starts [starts][codeSize]
     * @param progress hears of every update
     */
    public Found search(int[] cells, float[] wanted, float[][] starts, Settings settings, IntConsumer progress) {
        require(
                cells.length > 0 && cells.length == wanted.length,
                "every wanted cell needs its value, and one at least");
        try (TensorScope _ = TensorScope.open();
                Descent descent = Descent.from(starts, settings.learningRate())) {
            List<DenseLayer> decoder = frozenDecoder(cells);
            Tensor target = FrameTensors.of(wanted, wanted.length); // [cells]
            for (int update = 0; update < settings.updates(); update++) {
                descent.update(codes -> errors(decoder, codes, target).sum());
                progress.accept(update + 1);
            }
            return best(
                    FrameTensors.toArrays(descent.codes()),
                    FrameTensors.toArray(errors(decoder, descent.codes(), target)));
        }
    }

    /**
     * Follows every start towards wishes and lets a listener look at the decodings on the way, who may end it.
     *
     * @param starts [starts][codeSize]
     */
    public void follow(CellTargets targets, float[][] starts, Settings settings, Listener listener) {
        try (TensorScope _ = TensorScope.open();
                Descent descent = Descent.from(starts, settings.learningRate())) {
            List<DenseLayer> decoder =
                    frozenDecoder(IntStream.range(0, network.spec().frameSize()).toArray());
            Activation output = network.spec().output();
            TargetLoss loss = new TargetLoss(targets, FrameTensors.of(starts));
            float[] pushes = new float[starts.length];
            for (int update = 0; update <= settings.updates(); update++) {
                boolean last = update == settings.updates();
                if (last || update % UPDATES_BETWEEN_LOOKS == 0) {
                    List<Cells> decoded = decoded(decoder, output, descent.codes());
                    pushes = listener.look(update, FrameTensors.toArrays(descent.codes()), decoded);
                    if (last || pushes.length == 0) {
                        return;
                    }
                }
                float[] now = pushes;
                descent.update(codes -> loss.of(codes, excess(output, sums(decoder, codes)), now));
            }
        }
    }

    private static List<Cells> decoded(List<DenseLayer> decoder, Activation output, Tensor codes) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            return Arrays.stream(FrameTensors.toArrays(output.of(sums(decoder, codes))))
                    .map(Cells::new)
                    .toList();
        }
    }

    /** What goes into the activation of the output: [starts, cells]. */
    private static Tensor sums(List<DenseLayer> decoder, Tensor codes) {
        Tensor states = codes; // [starts, codeSize]
        for (DenseLayer layer : decoder.subList(0, decoder.size() - 1)) {
            states = layer.forward(states); // [starts, out]
        }
        return decoder.getLast().sums(states);
    }

    /** By how much a cell is above one half, in log-odds: of a sigmoid what goes into it, of others something like it. */
    private static Tensor excess(Activation output, Tensor sums) {
        return switch (output) {
            case SIGMOID -> sums;
            case RELU, TANH, LINEAR ->
                output.of(sums)
                        .sub(new Scalar(0.5))
                        .mul(new Scalar(8)); // a sigmoid's slope is 1/4, and it is left at ±4
        };
    }

    /** For every start the sum of the squared differences: [starts]. */
    private static Tensor errors(List<DenseLayer> decoder, Tensor codes, Tensor target) {
        Tensor states = codes; // [starts, codeSize]
        for (DenseLayer layer : decoder) {
            states = layer.forward(states); // [starts, out]
        }
        Tensor difference = states.sub(target); // [starts, cells]
        return difference.mul(difference).sum(1);
    }

    /**
     * The decoder's layers, without gradients of their own, the last with the wanted cells alone. The weights are laid out as
     * they are multiplied, [in, out]: with so few starts most of the time would else go into turning them.
     */
    private List<DenseLayer> frozenDecoder(int[] cells) {
        Tensor chosen = FrameTensors.indices(cells, 0, cells.length);
        List<DenseLayer> layers = new ArrayList<>();
        for (int layer = network.spec().depth() - 1; layer >= 0; layer--) {
            DenseLayer trained = network.decoderLayer(layer);
            Tensor weight = trained.weight().detach();
            if (network.spec().tying() == DenseSpec.Tying.UNTIED) {
                weight = weight.t(); // [in, out]
            }
            Tensor bias = trained.bias().detach();
            if (layer == 0) {
                weight = weight.index_select(1, chosen); // [in, cells]
                bias = bias.index_select(0, chosen);
            }
            layers.add(new DenseLayer(weight.contiguous().t(), bias, trained.activation()));
        }
        return layers;
    }

    private static Found best(float[][] codes, float[] errors) {
        int best = IntStream.range(0, errors.length)
                .reduce((a, b) -> errors[b] < errors[a] ? b : a)
                .orElseThrow();
        return new Found(codes[best], errors[best]);
    }
}
