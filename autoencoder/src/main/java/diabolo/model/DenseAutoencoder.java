package diabolo.model;

import static diabolo.model.ParameterNames.decoderBias;
import static diabolo.model.ParameterNames.decoderWeight;
import static diabolo.model.ParameterNames.encoderBias;
import static diabolo.model.ParameterNames.encoderWeight;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Parameters;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.Tokens;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
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
import org.bytedeco.pytorch.global.torch;

/**
 * A fully connected autoencoder, built from a {@link DenseSpec}.
 *
 * <pre>{@code
 * try (DenseAutoencoder network = DenseAutoencoder.initialized(spec, Initialization.GLOROT_SIGMOID, RandomSource.of(1))) {
 *     float[][] codes = network.encode(windows);
 *     float[][] probabilities = network.decode(codes); // [examples][frameSize]
 * }
 * }</pre>
 *
 * <p>The parameters are named {@code encoder.0.weight} [out, in], {@code encoder.0.bias}, {@code decoder.0.weight} (if untied),
 * {@code decoder.0.bias}; layer 0 is next to the frame in both halves. With a Gaussian bottleneck the last encoder layer gives the
 * means, and {@code deviation.weight}, {@code deviation.bias} through softplus the deviations. Owns native memory until closed.
 */
public final class DenseAutoencoder implements TrainableAutoencoder {

    /** The batch size: large enough to keep the cores busy, small enough to bound memory. */
    private static final int EXAMPLES_AT_ONCE = 256;

    private final DenseSpec spec;
    private final Parameters parameters;
    private final List<DenseLayer> encoder = new ArrayList<>();
    private final List<DenseLayer> decoder = new ArrayList<>();
    private final Optional<DenseLayer> deviation;

    private DenseAutoencoder(DenseSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        this.deviation = spec.bottleneck().isVariational()
                ? Optional.of(new DenseLayer(
                        parameters.tensor(ParameterNames.DEVIATION_WEIGHT),
                        parameters.tensor(ParameterNames.DEVIATION_BIAS),
                        Activation.LINEAR))
                : Optional.empty();
    }

    /** A network with initial weights. */
    public static DenseAutoencoder initialized(DenseSpec spec, Initialization initialization, RandomSource random) {
        return of(spec, initialization.of(spec, random));
    }

    /**
     * A network with given weights.
     *
     * @param weights by the names above; others are refused
     * @throws IllegalArgumentException if one is missing, too many, or of another shape
     */
    public static DenseAutoencoder of(DenseSpec spec, List<NamedArray> weights) {
        DenseAutoencoder network = new DenseAutoencoder(spec, Parameters.of(new WeightCheck(spec).inOrder(weights)));
        network.wire();
        return network;
    }

    private void wire() {
        for (int layer = 0; layer < spec.depth(); layer++) {
            encoder.add(new DenseLayer(
                    parameters.tensor(encoderWeight(layer)),
                    parameters.tensor(encoderBias(layer)),
                    spec.encoderActivation(layer)));
        }
        for (int layer = spec.depth() - 1; layer >= 0; layer--) {
            decoder.add(new DenseLayer(
                    parameters.tensor(
                            spec.tying() == DenseSpec.Tying.TIED ? encoderWeight(layer) : decoderWeight(layer)),
                    parameters.tensor(decoderBias(layer)),
                    spec.decoderActivation(layer)));
        }
    }

    @Override
    public DenseSpec spec() {
        return spec;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    /** An encoder layer, 0 the one next to the frame. */
    public DenseLayer encoderLayer(int layer) {
        parameters.requireOpen();
        return encoder.get(layer);
    }

    /** A decoder layer, 0 the output layer. A tied one holds the encoder's weight, not transposed. */
    public DenseLayer decoderLayer(int layer) {
        parameters.requireOpen();
        return decoder.get(spec.depth() - 1 - layer);
    }

    @Override
    public float[][] encode(List<? extends Frames> examples) {
        return encode(values(examples));
    }

    @Override
    public PosteriorArrays posteriors(List<? extends Frames> examples) {
        return posteriors(values(examples));
    }

    @Override
    public List<Frames> decode(float[][] codes, Sampler sampler) {
        CellSampler cellSampler = CellSampler.of(sampler);
        return Stream.of(codes)
                .gather(Gatherers.windowFixed(EXAMPLES_AT_ONCE)) // probabilities take more memory than what is chosen
                .flatMap(some ->
                        Arrays.stream(decode(some.toArray(float[][]::new))).<Frames>map(cellSampler::choose))
                .toList();
    }

    @Override
    public Optional<CodeSearch> gradientSearch() {
        parameters.requireOpen();
        return Optional.of(new CodeSearch(this));
    }

    /**
     * The codes of frames; with a Gaussian bottleneck the means of the posteriors.
     *
     * @param frames [examples][frameSize]
     * @return [examples][codeSize]
     */
    public float[][] encode(float[][] frames) {
        return throughNetwork("frame", frames, spec.frameSize(), this::encodeTensors);
    }

    /**
     * The probabilities of cells.
     *
     * @param codes [examples][codeSize]
     * @return [examples][frameSize]
     */
    public float[][] decode(float[][] codes) {
        return throughNetwork("code", codes, spec.codeSize(), this::decodeTensors);
    }

    /** {@code decode(encode(frames))}. */
    public float[][] reconstruct(float[][] frames) {
        return decode(encode(frames));
    }

    /** The posteriors of frames [examples][frameSize]. */
    public PosteriorArrays posteriors(float[][] frames) {
        List<PosteriorArrays> portions = new ArrayList<>();
        inPortions(
                "frame",
                frames,
                spec.frameSize(),
                some -> portions.add(PosteriorArrays.of(posterior(some, CodeNoise.NONE))));
        return PosteriorArrays.joined(portions);
    }

    /** [batch, frameSize] to [batch, codeSize]. */
    public Tensor encodeTensors(Tensor frames) {
        return posterior(frames, CodeNoise.NONE).mean();
    }

    /** The posteriors of frames [batch, frameSize]. */
    @Override
    public Posterior posterior(Tensor frames, CodeNoise noise) {
        parameters.requireOpen();
        Tensor below = frames; // input of the last encoder layer: [batch, sizes[depth - 1]]
        for (DenseLayer layer : encoder.subList(0, spec.depth() - 1)) {
            below = layer.forward(below);
        }
        Tensor last = below;
        DenseLayer code = encoder.getLast();
        Tensor activations = code.activation().of(noise.addedTo(code.sums(last))); // [batch, codeSize]
        return new Posterior(
                spec.bottleneck().codes(activations), deviation.map(layer -> torch.softplus(layer.forward(last))));
    }

    @Override
    public Tensor reconstructionLoss(Tensor codes, Tensor frames, Reconstruction reconstruction) {
        return reconstruction.loss().of(decoderSums(codes), spec.output(), frames);
    }

    @Override
    public Optional<DenseAutoencoder> dense() {
        return Optional.of(this);
    }

    /** [batch, codeSize] to [batch, frameSize]. */
    public Tensor decodeTensors(Tensor codes) {
        return spec.output().of(decoderSums(codes));
    }

    /** The inputs of the output activation: [batch, codeSize] to [batch, frameSize]. */
    public Tensor decoderSums(Tensor codes) {
        Tensor states = codes;
        for (int layer = spec.depth() - 1; layer > 0; layer--) {
            states = spec.decoderActivation(layer).of(decoderLayerSums(layer, states));
        }
        return decoderLayerSums(0, states);
    }

    /** The inputs of a decoder layer's activation: [batch, sizes[number + 1]] to [batch, sizes[number]]. */
    public Tensor decoderLayerSums(int number, Tensor states) {
        DenseLayer layer = decoderLayer(number);
        return spec.tying() == DenseSpec.Tying.TIED
                ? new DenseLayer(layer.weight().t(), layer.bias(), layer.activation()).sums(states)
                : layer.sums(states);
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
        parameters.requireOpen();
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

    @Override
    public void close() {
        parameters.close();
    }
}
