package diabolo.model.descent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.model.CellAutoencoder;
import diabolo.nn.Activation;
import diabolo.representation.Cells;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Searches for a code whose decoding matches targets in some cells: gradient descent on the code through the decoder, whose
 * weights stay fixed (Sun 2015, "harmonizing a melody").
 *
 * <pre>{@code
 * CodeSearch search = network.gradientSearch().orElseThrow();
 * CodeSearch.Found found = search.search(cells, targets, starts, new CodeSearch.Settings(500, 0.05), update -> {});
 * }</pre>
 *
 * <p>Several starts descend at once and the best result is kept. {@link #search} computes only the target cells of the output
 * layer, which saves most of the work; {@link #follow} computes all cells, for targets on the whole decoding.
 */
public final class CodeSearch {

    /**
     * The effort of a search.
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
     * The result of a search.
     *
     * @param code [codeSize]
     * @param error the sum of squared errors over the target cells
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Found(float[] code, double error) {}

    /** Is called during a search. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Inspects the current codes and their decodings.
         *
         * @param codes [starts][codeSize]
         * @param decoded the probabilities of cells, of each start
         * @return for each start the weight of its soft onset count until the next call, positive for more onsets, negative for
         *     fewer; empty to end the search
         */
        float[] look(int update, float[][] codes, List<Cells> decoded);
    }

    private static final int UPDATES_BETWEEN_LOOKS = 5;

    private final CellAutoencoder network;

    public CodeSearch(CellAutoencoder network) {
        this.network = network;
    }

    /**
     * Searches from every start and gives the best result.
     *
     * @param cells the cells of a frame with a target, one or more
     * @param targets of these cells, 0 to 1
     * @param starts [starts][codeSize]
     * @param progress is called with the number of updates done
     */
    public Found search(int[] cells, float[] targets, float[][] starts, Settings settings, IntConsumer progress) {
        require(
                cells.length > 0 && cells.length == targets.length,
                "every cell needs a target, and there must be at least one");
        try (TensorScope _ = TensorScope.open();
                Descent descent = Descent.from(starts, settings.learningRate())) {
            UnaryOperator<Tensor> decoder = network.frozenDecoder(cells);
            Tensor target = FrameTensors.of(targets, targets.length); // [cells]
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
     * Descends from every start towards targets; a listener inspects the decodings on the way and may end the search.
     *
     * @param starts [starts][codeSize]
     */
    public void follow(CellTargets targets, float[][] starts, Settings settings, Listener listener) {
        try (TensorScope _ = TensorScope.open();
                Descent descent = Descent.from(starts, settings.learningRate())) {
            UnaryOperator<Tensor> decoder = network.frozenDecoder(
                    IntStream.range(0, network.spec().frameSize()).toArray());
            Activation output = network.output();
            TargetLoss loss = new TargetLoss(targets, FrameTensors.of(starts));
            float[] onsetWeights = new float[starts.length];
            for (int update = 0; update <= settings.updates(); update++) {
                boolean last = update == settings.updates();
                if (last || update % UPDATES_BETWEEN_LOOKS == 0) {
                    List<Cells> decoded = decoded(decoder, output, descent.codes());
                    onsetWeights = listener.look(update, FrameTensors.toArrays(descent.codes()), decoded);
                    if (last || onsetWeights.length == 0) {
                        return;
                    }
                }
                float[] now = onsetWeights;
                descent.update(codes -> loss.of(codes, excess(output, decoder.apply(codes)), now));
            }
        }
    }

    private static List<Cells> decoded(UnaryOperator<Tensor> decoder, Activation output, Tensor codes) {
        try (TensorScope _ = TensorScope.open();
                NoGradGuard _ = new NoGradGuard()) {
            return Arrays.stream(FrameTensors.toArrays(output.of(decoder.apply(codes))))
                    .map(Cells::new)
                    .toList();
        }
    }

    /** By how much cells exceed one half, in log-odds: the input of a sigmoid, an approximation for other activations. */
    private static Tensor excess(Activation output, Tensor sums) {
        return switch (output) {
            case SIGMOID -> sums;
            case RELU, TANH, LINEAR ->
                output.of(sums).sub(new Scalar(0.5)).mul(new Scalar(8)); // 0 and 1 become ±4, where a sigmoid saturates
        };
    }

    /** The sum of squared errors of every start: [starts]. */
    private Tensor errors(UnaryOperator<Tensor> decoder, Tensor codes, Tensor target) {
        Tensor difference = network.output().of(decoder.apply(codes)).sub(target); // [starts, cells]
        return difference.mul(difference).sum(1);
    }

    private static Found best(float[][] codes, float[] errors) {
        int best = IntStream.range(0, errors.length)
                .reduce((a, b) -> errors[b] < errors[a] ? b : a)
                .orElseThrow();
        return new Found(codes[best], errors[best]);
    }
}
