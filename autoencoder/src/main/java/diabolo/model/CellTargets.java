package diabolo.model;

import static diabolo.note.Checks.require;

/**
 * What a decoding is wanted to be, for a search by gradient.
 *
 * <pre>{@code
 * float[] directions = new float[roll.cells()];
 * directions[roll.index(0, Pitch.of(60))] = 1;  // middle C shall sound at first
 * new CellTargets(directions, roll.pitches());
 * }</pre>
 *
 * @param directions [cells]: above 0 where a cell shall sound, below 0 where it shall not, the more, the more it matters; 0
 *     where it is free
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
