package diabolo.report;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.model.ClassifierSpec;
import diabolo.model.ModelSpec;
import diabolo.picture.Canvas;
import diabolo.picture.Colour;
import diabolo.picture.Picture;
import diabolo.picture.Point;
import diabolo.picture.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network as the shape that it has: a bar for each layer, higher the more units it has, so that an autoencoder is a diabolo.
 *
 * <pre>{@code
 * NetworkPicture.of("DeepHear", DenseSpec.DEEP_HEAR);
 * new NetworkPicture("Classifier", List.of(Layer.of("pixels", 784, Role.FRAME), Layer.of("hidden", 200, Role.HIDDEN)
 *         .withRemark("sigmoid"), Layer.of("digit", 10, Role.FRAME).withRemark("softmax")));
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param layers from the input to the output, two or more
 */
public record NetworkPicture(String title, List<Layer> layers) implements Picture {

    /** What a layer is, which its colour shows. */
    public enum Role {
        /** What goes in and what comes out. */
        FRAME(5),
        HIDDEN(0),
        /** The bottleneck. */
        CODE(1);

        private final int colour;

        Role(int colour) {
            this.colour = colour;
        }
    }

    /**
     * A layer.
     *
     * @param units which its height follows
     * @param size in words: {@code 5,632}, or {@code 128 maps 24×24}
     * @param remark its activation, or how it is trained; may be empty
     */
    public record Layer(String name, long units, String size, String remark, Role role) {
        public Layer {
            requireNonNull(name, "name");
            require(units > 0, "a layer needs units, had " + units);
            requireNonNull(size, "size");
            requireNonNull(remark, "remark");
            requireNonNull(role, "role");
        }

        public static Layer of(String name, long units, Role role) {
            return new Layer(name, units, String.format(Locale.ROOT, "%,d", units), "", role);
        }

        public Layer withRemark(String other) {
            return new Layer(name, units, size, other, role);
        }

        /** With a size in words of its own, such as that of feature maps. */
        public Layer withSize(String other) {
            return new Layer(name, units, other, remark, role);
        }
    }

    private static final int MOST_DIAGRAMS = 4;
    private static final double MARGIN = 16;
    private static final double TITLE_HEIGHT = 44;
    private static final double TALLEST = 170;
    private static final double SHORTEST = 6;
    private static final double BAR = 18;
    private static final double LINE = 17;
    private static final double NARROWEST_COLUMN = 74;
    private static final double SMALLEST_WIDTH = 320;
    private static final TextStyle WORDS =
            new TextStyle(13, Colour.FAINT_INK, TextStyle.Anchor.MIDDLE, TextStyle.Direction.RIGHT);

    public NetworkPicture {
        requireNonNull(title, "title");
        layers = List.copyOf(layers);
        require(layers.size() >= 2, "a network has two layers or more, was given " + layers.size());
    }

    /** The diagram of a spec. */
    public static NetworkPicture of(String title, ModelSpec spec) {
        return new NetworkPicture(title, NetworkLayers.of(spec));
    }

    /** The diagram of a classifier's spec. */
    public static NetworkPicture of(String title, ClassifierSpec spec) {
        return new NetworkPicture(title, NetworkLayers.of(spec));
    }

    /** One for each architecture among some networks, at most four. */
    public static List<NetworkPicture> ofVariants(List<TrainedVariant> variants) {
        Map<ModelSpec, List<String>> names = variants.stream()
                .collect(Collectors.groupingBy(
                        variant -> variant.network().spec(),
                        LinkedHashMap::new,
                        Collectors.mapping(TrainedVariant::words, Collectors.toList())));
        return names.entrySet().stream()
                .limit(MOST_DIAGRAMS)
                .map(entry -> of(
                        names.size() == 1 ? "The network" : "The network: " + String.join(", ", entry.getValue()),
                        entry.getKey()))
                .toList();
    }

    @Override
    public int width() {
        double columns = layers.size() * columnWidth() + 2 * MARGIN;
        return (int) Math.ceil(Math.max(Math.max(columns, SMALLEST_WIDTH), 9.5 * title.length() + 2 * MARGIN));
    }

    @Override
    public int height() {
        return (int) Math.ceil(TITLE_HEIGHT + LINE + TALLEST + 2 * LINE + MARGIN);
    }

    private double columnWidth() {
        int longest = layers.stream()
                .mapToInt(layer -> Math.max(
                        layer.name().length(),
                        Math.max(layer.size().length(), layer.remark().length())))
                .max()
                .orElse(1);
        return Math.max(NARROWEST_COLUMN, 7.6 * longest + 10);
    }

    @Override
    public void paint(Canvas canvas) {
        canvas.text(title, MARGIN, 24, TextStyle.TITLE);
        canvas.group("connections", () -> {
            for (int i = 1; i < layers.size(); i++) {
                paintConnection(canvas, i);
            }
        });
        canvas.group("layers", () -> {
            for (int i = 0; i < layers.size(); i++) {
                paintLayer(canvas, i);
            }
        });
    }

    private void paintConnection(Canvas canvas, int to) {
        double left = centre(to - 1) + BAR / 2;
        double right = centre(to) - BAR / 2;
        double before = barHeight(layers.get(to - 1)) / 2;
        double after = barHeight(layers.get(to)) / 2;
        canvas.shape(
                List.of(
                        new Point(left, middle() - before),
                        new Point(right, middle() - after),
                        new Point(right, middle() + after),
                        new Point(left, middle() + before)),
                Colour.LIGHT_LINE);
    }

    private void paintLayer(Canvas canvas, int number) {
        Layer layer = layers.get(number);
        double height = barHeight(layer);
        double x = centre(number);
        canvas.rectangle(x - BAR / 2, middle() - height / 2, BAR, height, Colour.ofPart(layer.role().colour));
        canvas.text(layer.size(), x, middle() - height / 2 - 6, WORDS);
        canvas.text(layer.name(), x, middle() + TALLEST / 2 + LINE, WORDS);
        canvas.text(layer.remark(), x, middle() + TALLEST / 2 + 2 * LINE, WORDS);
    }

    private double centre(int number) {
        double used = layers.size() * columnWidth();
        return Math.max(MARGIN, (width() - used) / 2) + (number + 0.5) * columnWidth();
    }

    private static double middle() {
        return TITLE_HEIGHT + LINE + TALLEST / 2;
    }

    /** As the root of the units, or the bottleneck of a large network could not be seen. */
    private double barHeight(Layer layer) {
        long most = layers.stream().mapToLong(Layer::units).max().orElse(1);
        return Math.max(SHORTEST, TALLEST * Math.sqrt(layer.units() / (double) most));
    }
}
