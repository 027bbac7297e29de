package diabolo.corpus;

import diabolo.representation.TokenRepresentation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A window of tokens, two bytes each. */
final class TokenContent implements WindowContent {

    private final TokenRepresentation representation;
    private final short[] tokens; // [lines][steps]

    private TokenContent(TokenRepresentation representation, short[] tokens) {
        this.representation = representation;
        this.tokens = tokens;
    }

    /**
     * Packs tokens.
     *
     * @throws IllegalArgumentException if they are not of the representation
     */
    static TokenContent of(TokenRepresentation representation, int[][] tokens) {
        representation.requireTokens(tokens);
        int steps = representation.steps();
        short[] packed = new short[tokens.length * steps];
        for (int line = 0; line < tokens.length; line++) {
            for (int step = 0; step < steps; step++) {
                packed[line * steps + step] = (short) tokens[line][step];
            }
        }
        return new TokenContent(representation, packed);
    }

    TokenRepresentation representation() {
        return representation;
    }

    /** {@code [lines][steps]}, a new array. */
    int[][] tokens() {
        int steps = representation.steps();
        int[][] unpacked = new int[tokens.length / steps][steps];
        for (int i = 0; i < tokens.length; i++) {
            unpacked[i / steps][i % steps] = tokens[i];
        }
        return unpacked;
    }

    @Override
    public int length() {
        return representation.cells();
    }

    @Override
    public BitSet active() {
        int steps = representation.steps();
        int width = representation.cellsPerStep();
        List<Integer> alphabets = representation.alphabets();
        BitSet active = new BitSet(length());
        int firstCell = 0;
        for (int line = 0; line < alphabets.size(); line++) {
            for (int step = 0; step < steps; step++) {
                active.set(step * width + firstCell + tokens[line * steps + step]);
            }
            firstCell += alphabets.get(line);
        }
        return active;
    }

    @Override
    public int activeCells() {
        return tokens.length;
    }

    @Override
    public boolean isSilent() {
        return Rests.isSilent(representation, tokens());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenContent content
                && representation.equals(content.representation)
                && Arrays.equals(tokens, content.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }
}
