package diabolo.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What stands between encoder and decoder.
 *
 * <pre>{@code
 * new DenseSpec(List.of(784, 500, 20), TANH, LINEAR, SIGMOID, Tying.UNTIED, Bottleneck.GAUSSIAN); // a dense VAE
 * }</pre>
 */
public enum Bottleneck {
    /** Every example becomes a normal distribution, from which the decoder gets a draw (Kingma and Welling 2014). */
    GAUSSIAN,
    /** Every example becomes a point. A description that does not name its bottleneck means this one. */
    @JsonEnumDefaultValue
    PLAIN
}
