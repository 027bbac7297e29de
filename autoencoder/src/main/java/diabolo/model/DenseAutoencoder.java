package diabolo.model;

import static diabolo.model.ParameterNames.decoderBias;
import static diabolo.model.ParameterNames.decoderWeight;
import static diabolo.model.ParameterNames.encoderBias;
import static diabolo.model.ParameterNames.encoderWeight;

import diabolo.nn.Activation;
import diabolo.nn.DenseLayer;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
public final class DenseAutoencoder implements CellAutoencoder {

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
        return of(spec, spec.firstWeights(initialization, random));
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
    public Activation output() {
        return spec.output();
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
    public Optional<DenseAutoencoder> dense() {
        return Optional.of(this);
    }

    @Override
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

    /**
     * The weights are stored [in, out], as they are multiplied: with few rows transposing them would take most of the time. Of the
     * output layer those of other cells are left out, which saves most of the work.
     */
    @Override
    public UnaryOperator<Tensor> frozenDecoder(int[] cells) {
        Tensor chosen = FrameTensors.indices(cells, 0, cells.length);
        List<DenseLayer> layers = new ArrayList<>();
        for (int layer = spec.depth() - 1; layer >= 0; layer--) {
            DenseLayer trained = decoderLayer(layer);
            Tensor weight = trained.weight().detach();
            if (spec.tying() == DenseSpec.Tying.UNTIED) {
                weight = weight.t(); // [in, out]
            }
            Tensor bias = trained.bias().detach();
            if (layer == 0) {
                weight = weight.index_select(1, chosen); // [in, cells]
                bias = bias.index_select(0, chosen);
            }
            layers.add(new DenseLayer(weight.contiguous().t(), bias, trained.activation()));
        }
        return codes -> {
            Tensor states = codes; // [batch, codeSize]
            for (DenseLayer layer : layers.subList(0, layers.size() - 1)) {
                states = layer.forward(states); // [batch, out]
            }
            return layers.getLast().sums(states);
        };
    }

    @Override
    public void close() {
        parameters.close();
    }
}
