package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.nn.Adam;
import diabolo.nn.DenseLayer;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Looks for a code whose decoding is as wanted in some cells, whatever it is in the others: gradient descent on the code,
 * through the decoder, whose weights stay as they are (Sun 2015, "harmonizing a melody").
 *
 * <pre>{@code
 * CodeSearch.Found found = new CodeSearch(network).search(wanted, cells, starts, new CodeSearch.Settings(500, 0.05), update -> {});
 * network.decode(new float[][] {found.code()});
 * }</pre>
 *
 * <p>Several starts are followed at once and the best end is kept. Only the wanted cells of the output layer are computed,
 * which is most of the work saved.
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

    private final DenseAutoencoder network;

    public CodeSearch(DenseAutoencoder network) {
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
        NamedArray first = new NamedArray("codes", new long[] {starts.length, starts[0].length}, joined(starts));
        try (TensorScope _ = TensorScope.open();
                Parameters codes = Parameters.of(List.of(first));
                Adam adam = Adam.over(codes)) {
            List<DenseLayer> decoder = frozenDecoder(cells);
            Tensor target = FrameTensors.of(wanted, wanted.length); // [cells]
            for (int update = 0; update < settings.updates(); update++) {
                try (TensorScope _ = TensorScope.open()) {
                    errors(decoder, codes.tensor("codes"), target).sum().backward();
                    adam.update(settings.learningRate());
                    codes.gradients().zero_(); // libtorch would add the next ones to them
                }
                progress.accept(update + 1);
            }
            return best(
                    FrameTensors.toArrays(codes.tensor("codes")),
                    FrameTensors.toArray(errors(decoder, codes.tensor("codes"), target)));
        }
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

    private static float[] joined(float[][] starts) {
        int size = starts[0].length;
        float[] all = new float[starts.length * size];
        for (int start = 0; start < starts.length; start++) {
            System.arraycopy(starts[start], 0, all, start * size, size);
        }
        return all;
    }
}
