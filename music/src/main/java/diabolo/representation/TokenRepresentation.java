package diabolo.representation;

import diabolo.grid.QuantizedSequence;
import diabolo.note.Meter;
import java.util.List;
import java.util.Optional;

/**
 * A window of whole bars written as tokens: at each step, each line says one of a small alphabet of things.
 *
 * <pre>{@code
 * TokenRepresentation melody = Melody.of(2);                 // two bars of 4/4
 * int[][] tokens = melody.encodeTokens(piece.slice(0, 32));  // [1 line][32 steps]
 * float[] cells = melody.cells(tokens);                      // [32 steps][90 cells], one hot
 * QuantizedSequence same = melody.decodeTokens(tokens);
 * }</pre>
 *
 * <p>The cells of a step are those of its lines side by side, one hot each. Any tokens can be decoded; {@code encode(decode(t))}
 * equals {@code t} for the canonical ones, which {@code encode} can give. Immutable.
 */
public sealed interface TokenRepresentation extends Representation permits Melody, Drums, Trio {

    /** The metre of all its bars. */
    Meter meter();

    /** The length of a window in bars. */
    int bars();

    /** What each line is: {@code melody}, {@code bass}, {@code drums}. */
    List<String> lines();

    /** How many things each line can say, at a step. */
    List<Integer> alphabets();

    /**
     * The beginning of a piece as tokens.
     *
     * @return {@code [lines][steps]}
     * @throws IllegalArgumentException if the piece lies on another grid
     * @throws UnsuitableMeterException if the piece has bars of another metre there; a piece without any metre fits
     */
    default int[][] encodeTokens(QuantizedSequence sequence) {
        return encoding(sequence).tokens();
    }

    /** The tokens, and what they could not hold. */
    TokenEncoding encoding(QuantizedSequence sequence);

    /**
     * The music that tokens tell, whether canonical or not: a note-off in silence is silence.
     *
     * @param tokens {@code [lines][steps]}
     * @throws IllegalArgumentException if there are more or fewer, or one is not of its alphabet
     */
    QuantizedSequence decodeTokens(int[][] tokens);

    /**
     * The tokens with every tone so many semitones higher, lower where negative; drums stay.
     *
     * @return empty if a note would leave the pitches that there are tokens for
     */
    Optional<int[][]> transpose(int[][] tokens, int semitones);

    /**
     * The most active token of each line and step, of equally active ones the first.
     *
     * @param cells {@code [steps][cellsPerStep]}; one that is not a number counts for nothing
     * @return {@code [lines][steps]}
     */
    default int[][] tokens(float[] cells) {
        return OneHot.tokens(this, cells);
    }

    /**
     * One-hot cells.
     *
     * @param tokens {@code [lines][steps]}
     * @return {@code [steps][cellsPerStep]}
     */
    default float[] cells(int[][] tokens) {
        return OneHot.cells(this, tokens);
    }

    /**
     * Requires tokens that this representation can decode.
     *
     * @throws IllegalArgumentException if there are more or fewer, or one is not of its alphabet
     */
    default void requireTokens(int[][] tokens) {
        OneHot.requireTokens(this, tokens);
    }

    /** The length of a bar on the grid. */
    default int stepsPerBar() {
        return BarGrid.stepsPerBar(grid(), meter());
    }

    @Override
    default int steps() {
        return bars() * stepsPerBar();
    }

    @Override
    default int cellsPerStep() {
        return alphabets().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    default Encoded encodeReporting(QuantizedSequence sequence) {
        TokenEncoding encoding = encoding(sequence);
        return new Encoded(cells(encoding.tokens()), encoding.loss());
    }

    @Override
    default QuantizedSequence decode(float[] cells) {
        return decodeTokens(tokens(cells));
    }

    /**
     * Whether bars of a metre fit: the same metre, or one whose bars are as long and halved as it is, as 2/2 is to 4/4; 6/8 is
     * not 3/4.
     */
    default boolean admits(Meter other) {
        return BarGrid.areAlike(meter(), other);
    }
}
