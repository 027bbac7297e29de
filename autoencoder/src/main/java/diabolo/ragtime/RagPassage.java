package diabolo.ragtime;

import diabolo.grid.QuantizedSequence;

/**
 * Some bars of a rag.
 *
 * <pre>{@code
 * List<RagPassage> fourBars = rags.passages(64, 64);
 * }</pre>
 *
 * @param rag the name of its piece
 * @param music in C major or A minor on a grid of sixteenths
 */
public record RagPassage(String rag, QuantizedSequence music) {}
