package diabolo.representation;

import static java.util.Objects.requireNonNull;

/**
 * Encoded tokens and what they could not hold of the music.
 *
 * <pre>{@code
 * TokenEncoding encoding = Melody.of(2).encoding(piece);
 * encoding.loss().hiddenNotes(); // under the highest line
 * }</pre>
 *
 * <p>The arrays are not copied: they belong to the caller that asked for them.
 */
public final class TokenEncoding {

    private final int[][] tokens;
    private final Encoded.Loss loss;

    TokenEncoding(int[][] tokens, Encoded.Loss loss) {
        this.tokens = tokens;
        this.loss = requireNonNull(loss, "loss");
    }

    /** {@code [lines][steps]}. */
    public int[][] tokens() {
        return tokens;
    }

    public Encoded.Loss loss() {
        return loss;
    }
}
