package diabolo.model.descent;

import static diabolo.note.Checks.require;

/**
 * The targets of a gradient search.
 *
 * <pre>{@code
 * float[] directions = new float[roll.cells()];
 * directions[roll.index(0, Pitch.of(60))] = 1;  // middle C must sound at step 0
 * new CellTargets(directions, roll.pitches());
 * }</pre>
 *
 * @param directions [cells]: positive for cells that must sound, negative for those that must not, by weight; 0 for free ones
 * @param cellsPerStep the pitches of a step, the lowest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CellTargets(float[] directions, int cellsPerStep) {
    public CellTargets {
        require(
                cellsPerStep > 0 && directions.length % cellsPerStep == 0,
                "%d cells are no whole number of steps of %d".formatted(directions.length, cellsPerStep));
    }
}
