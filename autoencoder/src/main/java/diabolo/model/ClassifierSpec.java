package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.nn.Activation;
import diabolo.tensor.NamedArray;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fully connected network from frames to classes: hidden layers, then a softmax. Its hidden layers can be pre-trained one by one
 * as autoencoders or Boltzmann machines (Hinton, Osindero and Teh 2006; Bengio et al. 2007).
 *
 * <pre>{@code
 * ClassifierSpec.sigmoid(10, 784, 200, 200);                              // of digits
 * ClassifierSpec.sigmoid(10, 784);                                        // softmax regression
 * ClassifierSpec.of(RELU, 10, 784, 100, 100).withDropout(new Dropout(0.2, 0.5));
 * }</pre>
 *
 * @param sizes of the frame and of every hidden layer, one or more, each 1 to 65,536
 * @param classes 2 to 65,536
 * @param hidden the activation of hidden layers
 * @param batchNormalization whether the sums of each hidden unit are normalized over the batch (Ioffe and Szegedy 2015)
 * @param residual whether a hidden layer that is as large as the one below adds its input to its output (He et al. 2016)
 */
public record ClassifierSpec(
        List<Integer> sizes,
        int classes,
        Activation hidden,
        Dropout dropout,
        boolean batchNormalization,
        boolean residual)
        implements NetworkSpec {

    /**
     * The shares of units that are left out in each update, chosen anew for each example (Srivastava et al. 2014). The others are
     * scaled up by as much, so that nothing is scaled when classifying.
     *
     * @param ofInputs 0 to below 1, such as 0.2
     * @param ofHidden 0 to below 1, such as 0.5
     */
    public record Dropout(double ofInputs, double ofHidden) {

        public static final Dropout NONE = new Dropout(0, 0);

        public Dropout {
            require(ofInputs >= 0 && ofInputs < 1, "dropout of inputs must be at least 0 and below 1, was " + ofInputs);
            require(ofHidden >= 0 && ofHidden < 1, "dropout of hidden units must be 0 to below 1, was " + ofHidden);
        }
    }

    private static final Set<String> BEGIN_AT_ONE = Set.of("scale", "variance");

    public ClassifierSpec {
        sizes = List.copyOf(sizes);
        require(!sizes.isEmpty(), "sizes must name at least that of the frame");
        sizes.forEach(size -> requireBetween("size of a layer", size, 1, 65_536));
        requireBetween("classes", classes, 2, 65_536);
        requireNonNull(hidden, "hidden");
        requireNonNull(dropout, "dropout");
    }

    /** Without dropout, normalization and residual connections. */
    public static ClassifierSpec of(Activation hidden, int classes, Integer... sizes) {
        return new ClassifierSpec(List.of(sizes), classes, hidden, Dropout.NONE, false, false);
    }

    /** Of sigmoid units, as those that are pre-trained. */
    public static ClassifierSpec sigmoid(int classes, Integer... sizes) {
        return of(Activation.SIGMOID, classes, sizes);
    }

    public ClassifierSpec withDropout(Dropout other) {
        return new ClassifierSpec(sizes, classes, hidden, other, batchNormalization, residual);
    }

    public ClassifierSpec withBatchNormalization() {
        return new ClassifierSpec(sizes, classes, hidden, dropout, true, residual);
    }

    public ClassifierSpec withResidualConnections() {
        return new ClassifierSpec(sizes, classes, hidden, dropout, batchNormalization, true);
    }

    @Override
    public int frameSize() {
        return sizes.getFirst();
    }

    @Override
    public int layers() {
        return sizes.size() - 1;
    }

    /** A tied autoencoder; of the frame with a sigmoid output. */
    @Override
    public DenseSpec layer(int number) {
        requireBetween("layer", number, 0, layers() - 1);
        return new DenseSpec(sizes, hidden, hidden, Activation.SIGMOID, DenseSpec.Tying.TIED).layer(number);
    }

    @Override
    public String shape() {
        return Stream.concat(sizes.stream(), Stream.of(classes))
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    static String hidden(int layer, String what) {
        return "hidden.%d.%s".formatted(layer, what);
    }

    /** {@code hidden.0.weight} [out, in], {@code hidden.0.bias} [out], ..., {@code softmax.weight} [classes, in], {@code softmax.bias}. */
    @Override
    public Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (int layer = 0; layer < layers(); layer++) {
            long out = sizes.get(layer + 1);
            shapes.put(hidden(layer, "weight"), new long[] {out, sizes.get(layer)});
            shapes.put(hidden(layer, "bias"), new long[] {out});
            if (batchNormalization) {
                for (String what : List.of("scale", "shift", "mean", "variance")) {
                    shapes.put(hidden(layer, what), new long[] {out});
                }
            }
        }
        shapes.put("softmax.weight", new long[] {classes, sizes.getLast()});
        shapes.put("softmax.bias", new long[] {classes});
        return shapes;
    }

    @Override
    public List<NamedArray> firstWeights(Initialization initialization, RandomSource random) {
        return initialization.of(shapes(), random).stream()
                .map(ClassifierSpec::atOneWhereItMust)
                .toList();
    }

    private static NamedArray atOneWhereItMust(NamedArray array) {
        if (BEGIN_AT_ONE.contains(array.name().substring(array.name().lastIndexOf('.') + 1))) {
            Arrays.fill(array.values(), 1);
        }
        return array;
    }

    /**
     * The weights of the whole from those of pre-trained layers: their encoders become hidden layers, their decoders are left.
     *
     * @param initial of the softmax
     * @param layers the weights of each layer's small autoencoder, the one next to the frame first
     */
    public List<NamedArray> assembled(List<NamedArray> initial, List<List<NamedArray>> layers) {
        require(
                layers.size() == layers(),
                "a network %s has %d hidden layers, was given %d".formatted(shape(), layers(), layers.size()));
        List<NamedArray> weights = new ArrayList<>();
        Set<String> replaced = new TreeSet<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (NamedArray array : layers.get(layer)) {
                if (array.name().startsWith("encoder.0.")) {
                    String name = hidden(layer, array.name().substring("encoder.0.".length()));
                    weights.add(new NamedArray(name, array.shape(), array.values()));
                    replaced.add(name);
                }
            }
        }
        initial.stream().filter(array -> !replaced.contains(array.name())).forEach(weights::add);
        return weights;
    }
}
