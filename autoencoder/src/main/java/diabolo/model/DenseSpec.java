package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.nn.Activation;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fully connected autoencoder of any depth, its decoder mirroring its encoder; with a Gaussian bottleneck the variational
 * autoencoder of Kingma and Welling (2014).
 *
 * <pre>{@code
 * DenseSpec spec = DenseSpec.sigmoid(784, 200); // digits: 784-200-784
 * DenseSpec.DEEP_HEAR;                           // 5632-1024-256-64-16 and back
 * DenseSpec.gaussian(784, 500, 20);              // Kingma and Welling's digits
 * }</pre>
 *
 * <p>When not to use it: it has no notion of time or locality, so a piece moved by one step is a new pattern. Music that must stay
 * similar when shifted needs a recurrent network.
 *
 * @param sizes units of every layer from the frame to the code, two or more, each 1 to 65,536
 * @param hidden the activation of all layers but the code and the frame
 * @param code the activation of the code
 * @param output the activation of the reconstruction
 * @param bottleneck a Gaussian one has a second output layer of the encoder for the deviations; the code is then the mean, linear,
 *     and the decoder untied
 */
public record DenseSpec(
        List<Integer> sizes, Activation hidden, Activation code, Activation output, Tying tying, Bottleneck bottleneck)
        implements ModelSpec {

    /** Whether the decoder has separate weights. */
    public enum Tying {
        /** The decoder uses the encoder's weights, transposed, with separate biases. */
        TIED,
        /** The decoder has separate weights. */
        UNTIED
    }

    /** The network of DeepHear (Sun 2015): 64 steps by 88 pitches through 16 units, sigmoid, tied. */
    public static final DenseSpec DEEP_HEAR = sigmoid(5632, 1024, 256, 64, 16);

    public DenseSpec {
        sizes = List.copyOf(sizes);
        require(sizes.size() >= 2, "sizes must name at least the frame and the code, were " + sizes);
        sizes.forEach(size -> requireBetween("size of a layer", size, 1, 65_536));
        requireNonNull(hidden, "hidden");
        requireNonNull(code, "code");
        requireNonNull(output, "output");
        requireNonNull(tying, "tying");
        Bottleneck.WinnerTakeAll.refuse(requireNonNull(bottleneck, "bottleneck"));
        if (bottleneck instanceof Bottleneck.KSparse(int k)) {
            requireBetween("k of a k-sparse bottleneck", k, 1, sizes.getLast());
        }
        if (bottleneck.isVariational()) {
            require(
                    code == Activation.LINEAR,
                    "the code of a Gaussian bottleneck is a mean, which is LINEAR, was %s; choose code LINEAR or bottleneck PLAIN"
                            .formatted(code));
            require(
                    tying == Tying.UNTIED,
                    "the decoder behind a Gaussian bottleneck has separate weights, was %s; choose tying UNTIED or bottleneck PLAIN"
                            .formatted(tying));
        }
    }

    /** A network with a plain bottleneck. */
    public DenseSpec(List<Integer> sizes, Activation hidden, Activation code, Activation output, Tying tying) {
        this(sizes, hidden, code, output, tying, Bottleneck.PLAIN);
    }

    /** Sigmoid units throughout and tied weights. */
    public static DenseSpec sigmoid(Integer... sizes) {
        return new DenseSpec(List.of(sizes), Activation.SIGMOID, Activation.SIGMOID, Activation.SIGMOID, Tying.TIED);
    }

    /** A variational autoencoder as Kingma and Welling's (2014, appendix C.1): tanh units and a sigmoid output. */
    public static DenseSpec gaussian(Integer... sizes) {
        return new DenseSpec(
                List.of(sizes),
                Activation.TANH,
                Activation.LINEAR,
                Activation.SIGMOID,
                Tying.UNTIED,
                Bottleneck.GAUSSIAN);
    }

    @Override
    public int frameSize() {
        return sizes.getFirst();
    }

    @Override
    public int codeSize() {
        return sizes.getLast();
    }

    /** The number of encoder layers. */
    public int depth() {
        return sizes.size() - 1;
    }

    /** The activation of an encoder layer, 0 the first above the frame. */
    public Activation encoderActivation(int layer) {
        return layer == depth() - 1 ? code : hidden;
    }

    /** The activation of a decoder layer, 0 the output layer. */
    public Activation decoderActivation(int layer) {
        return layer == 0 ? output : hidden;
    }

    @Override
    public List<NamedArray> firstWeights(Initialization initialization, RandomSource random) {
        return initialization.of(shapes(), random);
    }

    @Override
    public int layers() {
        return depth();
    }

    @Override
    public DenseSpec layer(int number) {
        requireBetween("layer", number, 0, depth() - 1);
        Activation above = encoderActivation(number);
        boolean reachesCode = number == depth() - 1;
        return new DenseSpec(
                sizes.subList(number, number + 2),
                above,
                above,
                decoderActivation(number),
                tying,
                reachesCode && !bottleneck.isVariational() ? bottleneck : Bottleneck.PLAIN);
    }

    @Override
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (int layer = 0; layer < depth(); layer++) {
            long in = sizes().get(layer);
            long out = sizes().get(layer + 1);
            shapes.put(ParameterNames.encoderWeight(layer), new long[] {out, in});
            shapes.put(ParameterNames.encoderBias(layer), new long[] {out});
        }
        if (bottleneck.isVariational()) {
            shapes.put(ParameterNames.DEVIATION_WEIGHT, new long[] {codeSize(), sizes.get(depth() - 1)});
            shapes.put(ParameterNames.DEVIATION_BIAS, new long[] {codeSize()});
        }
        for (int layer = 0; layer < depth(); layer++) {
            long in = sizes().get(layer + 1);
            long out = sizes().get(layer);
            if (tying() == Tying.UNTIED) {
                shapes.put(ParameterNames.decoderWeight(layer), new long[] {out, in});
            }
            shapes.put(ParameterNames.decoderBias(layer), new long[] {out});
        }
        return shapes;
    }

    @Override
    public Decoding decoding() {
        return Decoding.CELLS;
    }

    /** The sizes with dashes between: {@code 5632-1024-256-64-16}. */
    @Override
    public String shape() {
        return String.join("-", sizes.stream().map(String::valueOf).toList());
    }
}
