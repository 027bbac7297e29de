package diabolo.model;

import diabolo.nn.Activation;
import diabolo.nn.ConvolutionLayer;
import diabolo.nn.DeconvolutionLayer;
import diabolo.nn.Parameters;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * A convolutional autoencoder, built from a {@link ConvolutionalSpec}.
 *
 * <pre>{@code
 * try (ConvolutionalAutoencoder network =
 *         ConvolutionalAutoencoder.initialized(ConvolutionalSpec.newTypes(16), Initialization.GLOROT, RandomSource.of(1))) {
 *     float[][] codes = network.encode(images); // [images][codeSize], at most 16 of them not 0
 *     float[][] again = network.decode(codes);  // [images][784]
 * }
 * }</pre>
 *
 * <p>The parameters are named {@code encoder.0.weight} [filters, maps, kernel, kernel], {@code encoder.0.bias}, {@code
 * decoder.0.weight} [maps, filters, kernel, kernel], {@code decoder.0.bias}; layer 0 is next to the frame in both halves. Codes are
 * decoded as they are: no cell competes again. Owns native memory until closed.
 */
public final class ConvolutionalAutoencoder implements CellAutoencoder {

    private final ConvolutionalSpec spec;
    private final Parameters parameters;
    private final List<ConvolutionLayer> encoder;
    private final List<DeconvolutionLayer> decoder; // in the order in which they are applied

    private ConvolutionalAutoencoder(ConvolutionalSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        int convolutions = spec.encoder().size();
        int deconvolutions = spec.decoder().size();
        this.encoder = IntStream.range(0, convolutions)
                .mapToObj(layer -> new ConvolutionLayer(
                        parameters.tensor(ParameterNames.encoderWeight(layer)),
                        parameters.tensor(ParameterNames.encoderBias(layer)),
                        spec.encoder().get(layer),
                        layer == convolutions - 1 ? spec.code() : spec.hidden()))
                .toList();
        this.decoder = IntStream.range(0, deconvolutions)
                .mapToObj(number -> new DeconvolutionLayer(
                        parameters.tensor(ParameterNames.decoderWeight(deconvolutions - 1 - number)),
                        parameters.tensor(ParameterNames.decoderBias(deconvolutions - 1 - number)),
                        spec.decoder().get(number),
                        number == deconvolutions - 1 ? spec.output() : spec.hidden()))
                .toList();
    }

    /** A network with initial weights. */
    public static ConvolutionalAutoencoder initialized(
            ConvolutionalSpec spec, Initialization initialization, RandomSource random) {
        return of(spec, spec.firstWeights(initialization, random));
    }

    /**
     * A network with given weights.
     *
     * @param weights by the names above; others are refused
     * @throws IllegalArgumentException if one is missing, too many, or of another shape
     */
    public static ConvolutionalAutoencoder of(ConvolutionalSpec spec, List<NamedArray> weights) {
        return new ConvolutionalAutoencoder(spec, Parameters.of(new WeightCheck(spec).inOrder(weights)));
    }

    @Override
    public ConvolutionalSpec spec() {
        return spec;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    /** The convolutions, the one next to the frame first. */
    public List<ConvolutionLayer> encoder() {
        parameters.requireOpen();
        return encoder;
    }

    @Override
    public Activation output() {
        return spec.output();
    }

    @Override
    public Optional<ConvolutionalAutoencoder> convolutional() {
        return Optional.of(this);
    }

    /**
     * The patterns that the decoder stamps into the frame, one for each map of the code: for a single deconvolution its filters. Of
     * deeper decoders there are none that are the same at every place.
     *
     * @return [maps][kernel * kernel], before the bias and the output's activation
     * @throws IllegalStateException if there are several deconvolutions
     */
    public float[][] strokes() {
        if (decoder.size() > 1) {
            throw new IllegalStateException("only a single deconvolution has filters that are strokes, %s has %d"
                    .formatted(spec.shape(), decoder.size()));
        }
        NamedArray weight = parameters.toArrays().stream()
                .filter(array -> array.name().equals(ParameterNames.decoderWeight(0)))
                .findFirst()
                .orElseThrow(); // [maps, 1, kernel, kernel]
        int maps = spec.codeMaps().count();
        int each = weight.values().length / maps;
        return IntStream.range(0, maps)
                .mapToObj(map -> java.util.Arrays.copyOfRange(weight.values(), map * each, (map + 1) * each))
                .toArray(float[][]::new);
    }

    /** Of frames [batch, rows * columns]. */
    @Override
    public Posterior posterior(Tensor frames, CodeNoise noise) {
        parameters.requireOpen();
        Tensor maps = frames.reshape(frames.size(0), 1, spec.rows(), spec.columns());
        for (ConvolutionLayer layer : encoder.subList(0, encoder.size() - 1)) {
            maps = layer.forward(maps); // [batch, filters, rows, columns]
        }
        ConvolutionLayer last = encoder.getLast();
        Tensor code = last.activation().of(noise.addedTo(last.sums(maps))); // [batch, maps, rows, columns]
        return new Posterior(codes(code), Optional.empty());
    }

    /** [batch, maps, rows, columns] to [batch, codeSize]. */
    private Tensor codes(Tensor maps) {
        return spec.bottleneck() instanceof Bottleneck.WinnerTakeAll winners
                ? winners.codesOfMaps(maps)
                : spec.bottleneck().codes(maps.flatten(1, -1));
    }

    @Override
    public Tensor decoderSums(Tensor codes) {
        parameters.requireOpen();
        return sums(decoder, codes);
    }

    @Override
    public UnaryOperator<Tensor> frozenDecoder(int[] cells) {
        List<DeconvolutionLayer> frozen =
                decoder.stream().map(DeconvolutionLayer::frozen).toList();
        Tensor chosen = FrameTensors.indices(cells, 0, cells.length);
        return codes -> sums(frozen, codes).index_select(1, chosen);
    }

    private Tensor sums(List<DeconvolutionLayer> layers, Tensor codes) {
        ConvolutionalSpec.Maps size = spec.codeMaps();
        Tensor maps = codes.reshape(codes.size(0), size.count(), size.rows(), size.columns());
        for (DeconvolutionLayer layer : layers.subList(0, layers.size() - 1)) {
            maps = layer.forward(maps); // [batch, filters, rows, columns]
        }
        return layers.getLast().sums(maps).flatten(1, -1); // [batch, 1, rows, columns] to [batch, rows * columns]
    }

    @Override
    public void close() {
        parameters.close();
    }
}
