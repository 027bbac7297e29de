package diabolo.model;

import diabolo.model.descent.CodeSearch;
import diabolo.nn.Activation;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.TensorScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * An autoencoder of cells, such as pixels or a piano roll, of which each has a probability in the decoding: dense or convolutional.
 *
 * <pre>{@code
 * CellAutoencoder network = trained.network().cells().orElseThrow();
 * float[][] codes = network.encode(images);            // [images][codeSize]
 * float[][] again = network.decode(codes);             // [images][frameSize]
 * }</pre>
 *
 * <p>Batches are cut into portions, so that memory is bounded whatever their size.
 */
public sealed interface CellAutoencoder extends TrainableAutoencoder
        permits DenseAutoencoder, ConvolutionalAutoencoder {

    /** The batch size: large enough to keep the cores busy, small enough to bound memory. */
    int EXAMPLES_AT_ONCE = 256;

    /** The activation of the reconstruction. */
    Activation output();

    /** The inputs of the output activation: [batch, codeSize] to [batch, frameSize]. */
    Tensor decoderSums(Tensor codes);

    /**
     * {@link #decoderSums} of some cells alone, with weights that get no gradients: [batch, codeSize] to [batch, cells]. What it
     * holds belongs to the open scope.
     */
    UnaryOperator<Tensor> frozenDecoder(int[] cells);

    @Override
    default Optional<CellAutoencoder> cells() {
        return Optional.of(this);
    }

    @Override
    default Optional<CodeSearch> gradientSearch() {
        parameters().requireOpen();
        return Optional.of(new CodeSearch(this));
    }

    @Override
    default Tensor reconstructionLoss(Tensor codes, Tensor frames, Reconstruction reconstruction) {
        return reconstruction.loss().of(decoderSums(codes), output(), frames);
    }

    /** [batch, frameSize] to [batch, codeSize]. */
    default Tensor encodeTensors(Tensor frames) {
        return posterior(frames, CodeNoise.NONE).mean();
    }

    /** [batch, codeSize] to [batch, frameSize]. */
    default Tensor decodeTensors(Tensor codes) {
        return output().of(decoderSums(codes));
    }

    @Override
    default float[][] encode(List<? extends Frames> examples) {
        return encode(values(examples));
    }

    @Override
    default PosteriorArrays posteriors(List<? extends Frames> examples) {
        return posteriors(values(examples));
    }

    @Override
    default List<Frames> decode(float[][] codes, Sampler sampler) {
        CellSampler cellSampler = CellSampler.of(sampler);
        return Stream.of(codes)
                .gather(Gatherers.windowFixed(EXAMPLES_AT_ONCE)) // probabilities take more memory than what is chosen
                .flatMap(some ->
                        Arrays.stream(decode(some.toArray(float[][]::new))).<Frames>map(cellSampler::choose))
                .toList();
    }

    /**
     * The codes of frames; with a Gaussian bottleneck the means of the posteriors.
     *
     * @param frames [examples][frameSize]
     * @return [examples][codeSize]
     */
    default float[][] encode(float[][] frames) {
        return throughNetwork("frame", frames, spec().frameSize(), this::encodeTensors);
    }

    /**
     * The probabilities of cells.
     *
     * @param codes [examples][codeSize]
     * @return [examples][frameSize]
     */
    default float[][] decode(float[][] codes) {
        return throughNetwork("code", codes, spec().codeSize(), this::decodeTensors);
    }

    /** {@code decode(encode(frames))}. */
    default float[][] reconstruct(float[][] frames) {
        return decode(encode(frames));
    }

    /** The posteriors of frames [examples][frameSize]. */
    default PosteriorArrays posteriors(float[][] frames) {
        List<PosteriorArrays> portions = new ArrayList<>();
        inPortions(
                "frame",
                frames,
                spec().frameSize(),
                some -> portions.add(PosteriorArrays.of(posterior(some, CodeNoise.NONE))));
        return PosteriorArrays.joined(portions);
    }

    private static float[][] values(List<? extends Frames> examples) {
        return examples.stream()
                .map(example -> switch (example) {
                    case Cells(float[] values) -> values;
                    case Tokens _ -> throw CellSampler.tokensGiven();
                })
                .toArray(float[][]::new);
    }

    private float[][] throughNetwork(String kind, float[][] rows, int size, UnaryOperator<Tensor> network) {
        List<float[]> results = new ArrayList<>(rows.length);
        inPortions(kind, rows, size, some -> results.addAll(List.of(FrameTensors.toArrays(network.apply(some)))));
        return results.toArray(float[][]::new);
    }

    private void inPortions(String kind, float[][] rows, int size, Consumer<Tensor> work) {
        parameters().requireOpen();
        for (float[] row : rows) {
            if (row.length != size) {
                throw new IllegalArgumentException(
                        "a %s of this network has size %d, was given %d".formatted(kind, size, row.length));
            }
        }
        Stream.of(rows).gather(Gatherers.windowFixed(EXAMPLES_AT_ONCE)).forEach(some -> {
            try (TensorScope _ = TensorScope.open();
                    NoGradGuard _ = new NoGradGuard()) {
                work.accept(FrameTensors.of(some.toArray(float[][]::new)));
            }
        });
    }
}
