package diabolo.grid;

/**
 * What becomes of a note that does not begin on a step of the grid.
 *
 * <pre>{@code
 * RhythmGrid.SIXTEENTHS.quantize(piece, OffGrid.DROP).droppedNotes(); // 15 grace notes
 * }</pre>
 */
public enum OffGrid {
    /** Beginning and end move to their nearest step, halves to the later one; a note keeps at least one step. For played music. */
    SNAP,
    /**
     * The note is left out, as in DeepHear; of the others the duration is rounded up. For notation, where only grace
     * notes and tuplets lie off the grid.
     */
    DROP
}
