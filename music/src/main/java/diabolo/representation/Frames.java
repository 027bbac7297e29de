package diabolo.representation;

/**
 * What a window of music is to a network: {@link Cells} that sound or do not, or {@link Tokens}. It stays typed from the
 * representation that encodes it down to the network, and up again.
 *
 * <pre>{@code
 * Frames frames = representation.encode(piece);
 * switch (frames) {
 *     case Cells cells -> cells.values(); // [steps * cellsPerStep]
 *     case Tokens tokens -> tokens.lines(); // [lines][steps]
 * }
 * }</pre>
 *
 * <p>Equal when the contents are. What a cell or a token means only the {@link Representation} knows.
 */
public sealed interface Frames permits Cells, Tokens {}
