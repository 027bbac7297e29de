package diabolo.model;

import static diabolo.note.Checks.requireBetween;

import com.fasterxml.jackson.annotation.JsonValue;
import diabolo.note.Quoted;
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
 * <p>In JSON and YAML it is one word, or a word and a number: {@code PLAIN}, {@code GAUSSIAN}, {@code K_SPARSE 25}.
 */
@JsonDeserialize(using = Bottleneck.Deserializer.class)
public sealed interface Bottleneck {

    Bottleneck PLAIN = new Plain();
    Bottleneck GAUSSIAN = new Gaussian();

    /** Whether an example is encoded to a distribution, which takes a second layer for the deviations. */
    boolean isVariational();

    /** The codes, from the activations of the code layer: both [batch, codeSize]. */
    Tensor codes(Tensor activations);

    /** {@code PLAIN}, {@code GAUSSIAN} or {@code K_SPARSE 25}. */
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
     * The bottleneck of a {@link #text}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Bottleneck parse(String text) {
        if (text.matches("K_SPARSE [1-9][0-9]{0,4}")) {
            return new KSparse(Integer.parseInt(text.substring("K_SPARSE ".length())));
        }
        return switch (text) {
            case "PLAIN" -> PLAIN;
            case "GAUSSIAN" -> GAUSSIAN;
            default ->
                throw new IllegalArgumentException(
                        "bottleneck cannot be '%s'; choose one of PLAIN, GAUSSIAN, or K_SPARSE with a number, such as K_SPARSE 25"
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
