package diabolo.model;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import diabolo.note.Quoted;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * The layer between encoder and decoder.
 *
 * <pre>{@code
 * new DenseSpec(List.of(784, 500, 20), TANH, LINEAR, SIGMOID, Tying.UNTIED, Bottleneck.GAUSSIAN); // a dense VAE
 * new DenseSpec(List.of(784, 1000), LINEAR, LINEAR, SIGMOID, Tying.TIED, new Bottleneck.KSparse(25));
 * }</pre>
 *
 * <p>In JSON and YAML it is one word, or a word and a number: {@code PLAIN}, {@code GAUSSIAN}, {@code K_SPARSE 25}; of a
 * convolutional network also {@code WINNER_TAKE_ALL SPATIAL CHANNEL 4}, see {@link WinnerTakeAll}.
 */
@JsonDeserialize(using = Bottleneck.Deserializer.class)
public sealed interface Bottleneck {

    Bottleneck PLAIN = new Plain();
    Bottleneck GAUSSIAN = new Gaussian();

    /** Whether an example is encoded to a distribution, which takes a second layer for the deviations. */
    boolean isVariational();

    /** The codes, from the activations of the code layer: both [batch, codeSize]. */
    Tensor codes(Tensor activations);

    /** {@code PLAIN}, {@code GAUSSIAN}, {@code K_SPARSE 25} or {@code WINNER_TAKE_ALL SPATIAL CHANNEL 4}. */
    @JsonValue
    String text();

    /** Every example is encoded to a point. The default of descriptions that name no bottleneck. */
    record Plain() implements Bottleneck {

        @Override
        public boolean isVariational() {
            return false;
        }

        @Override
        public Tensor codes(Tensor activations) {
            return activations;
        }

        @Override
        public String text() {
            return "PLAIN";
        }
    }

    /** Every example is encoded to a normal distribution, of which the decoder gets a sample (Kingma and Welling 2014). */
    record Gaussian() implements Bottleneck {

        @Override
        public boolean isVariational() {
            return true;
        }

        @Override
        public Tensor codes(Tensor activations) {
            return activations;
        }

        @Override
        public String text() {
            return "GAUSSIAN";
        }
    }

    /**
     * All dimensions of the code but the k largest are set to zero: a k-sparse autoencoder (Makhzani and Frey 2013, algorithm 1,
     * with the same k for training and for encoding). When not to use it: with a small code, whose dimensions are all needed.
     *
     * @param k 1 to the size of the code
     */
    record KSparse(int k) implements Bottleneck {
        public KSparse {
            requireBetween("k", k, 1, 65_536);
        }

        @Override
        public boolean isVariational() {
            return false;
        }

        @Override
        public Tensor codes(Tensor activations) {
            Tensor fixed = activations.detach(); // which dimensions are kept has no gradient
            Tensor largest = fixed.topk(k, 1, true, false).get1(); // [batch, k]
            return activations.mul(torch.zeros_like(fixed).scatter_(1, largest, new Scalar(1.0)));
        }

        @Override
        public String text() {
            return "K_SPARSE " + k;
        }
    }

    /**
     * Cells of feature maps compete, and all but the winners are set to zero: a winner-take-all autoencoder (Makhzani and Frey 2015)
     * as Kazakçı, Cherti and Kégl (2016) had it. Winners also win when an example is encoded. The text names the competitions:
     * {@code WINNER_TAKE_ALL SPATIAL}, {@code WINNER_TAKE_ALL CHANNEL 4}, or both, {@code WINNER_TAKE_ALL SPATIAL CHANNEL 4}.
     *
     * <p>When not to use it: without rectified units, since the least of negative cells would count as silent.
     *
     * @param channelStride 0 for no competition between maps; else maps are cut into blocks of so many rows and columns, and in each
     *     block the greatest cell of all maps wins
     */
    record WinnerTakeAll(Spatial spatial, int channelStride) implements Bottleneck {

        /** Whether the cells of a map compete. */
        public enum Spatial {
            /** The greatest cell of each map wins. */
            ONE_PLACE_PER_MAP,
            /** They do not compete. */
            ALL_PLACES
        }

        private static final String NAME = "WINNER_TAKE_ALL";
        private static final Pattern TEXT = Pattern.compile(NAME + "( SPATIAL)?(?: CHANNEL ([1-9][0-9]{0,3}))?");

        public WinnerTakeAll {
            requireNonNull(spatial, "spatial");
            requireBetween("the stride of CHANNEL", channelStride, 0, 1024);
            require(
                    spatial == Spatial.ONE_PLACE_PER_MAP || channelStride > 0,
                    "somebody must win: choose WINNER_TAKE_ALL SPATIAL, or CHANNEL with a stride, or bottleneck PLAIN");
        }

        private static Optional<Bottleneck> parse(String text) {
            Matcher words = TEXT.matcher(text);
            return words.matches() && !text.equals(NAME)
                    ? Optional.of(new WinnerTakeAll(
                            words.group(1) == null ? Spatial.ALL_PLACES : Spatial.ONE_PLACE_PER_MAP,
                            words.group(2) == null ? 0 : Integer.parseInt(words.group(2))))
                    : Optional.empty();
        }

        /** Throws: codes without places have no maps that compete. */
        static void refuse(Bottleneck bottleneck) {
            require(
                    !(bottleneck instanceof WinnerTakeAll),
                    "%s is of feature maps, which only a convolutional network has; choose K_SPARSE with a number, or network {family: CONVOLUTIONAL}"
                            .formatted(bottleneck.text()));
        }

        @Override
        public boolean isVariational() {
            return false;
        }

        @Override
        public Tensor codes(Tensor activations) {
            throw new IllegalStateException(text() + " is of feature maps");
        }

        /** The codes, from feature maps whose rows and columns are multiples of the stride: [batch, maps, rows, columns] to [batch, codeSize]. */
        Tensor codesOfMaps(Tensor maps) {
            Tensor kept = spatial == Spatial.ONE_PLACE_PER_MAP ? spatialWinners(maps) : maps;
            return (channelStride > 0 ? blockWinners(kept) : kept).flatten(1, -1);
        }

        /** [batch, maps, rows, columns]. */
        private static Tensor spatialWinners(Tensor maps) {
            return winners(maps.flatten(2, -1)).view(maps.sizes()); // places of a map: [batch, maps, rows * columns]
        }

        /** [batch, maps, rows, columns]. */
        private Tensor blockWinners(Tensor maps) {
            long batch = maps.size(0);
            long count = maps.size(1);
            long down = maps.size(2) / channelStride;
            long across = maps.size(3) / channelStride;
            Tensor blocks = maps.view(batch, count, down, channelStride, across, channelStride)
                    .permute(0, 2, 4, 1, 3, 5); // [batch, down, across, maps, stride, stride]
            return winners(blocks.flatten(3, -1)) // [batch, down, across, maps * stride * stride]
                    .view(batch, down, across, count, channelStride, channelStride)
                    .permute(0, 3, 1, 4, 2, 5) // [batch, maps, down, stride, across, stride]
                    .reshape(maps.sizes());
        }

        /** Of the last dimension only the greatest. */
        private static Tensor winners(Tensor competing) {
            Tensor fixed = competing.detach(); // who wins has no gradient
            Tensor greatest = fixed.argmax(new LongOptional(-1), true);
            return competing.mul(torch.zeros_like(fixed).scatter_(-1, greatest, new Scalar(1.0)));
        }

        @Override
        public String text() {
            return NAME
                    + (spatial == Spatial.ONE_PLACE_PER_MAP ? " SPATIAL" : "")
                    + (channelStride > 0 ? " CHANNEL " + channelStride : "");
        }
    }

    /**
     * The bottleneck of a {@link #text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Bottleneck parse(String text) {
        if (text.matches("K_SPARSE [1-9][0-9]{0,4}")) {
            return new KSparse(Integer.parseInt(text.substring("K_SPARSE ".length())));
        }
        Optional<Bottleneck> winnerTakeAll = WinnerTakeAll.parse(text);
        if (winnerTakeAll.isPresent()) {
            return winnerTakeAll.get();
        }
        return switch (text) {
            case "PLAIN" -> PLAIN;
            case "GAUSSIAN" -> GAUSSIAN;
            default ->
                throw new IllegalArgumentException(
                        "bottleneck cannot be '%s'; choose one of PLAIN, GAUSSIAN, K_SPARSE with a number, such as K_SPARSE 25, or WINNER_TAKE_ALL with its competitions, such as WINNER_TAKE_ALL SPATIAL CHANNEL 4"
                                .formatted(Quoted.of(text)));
        };
    }

    /** Reads the text; older models, which name no bottleneck, have a plain one. */
    final class Deserializer extends StdDeserializer<Bottleneck> {

        Deserializer() {
            super(Bottleneck.class);
        }

        @Override
        public Bottleneck deserialize(JsonParser parser, DeserializationContext context) {
            return parse(parser.getString());
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return PLAIN;
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return PLAIN;
        }
    }
}
