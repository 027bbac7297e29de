package exercises;

/**
 * Exercise 2: notes in free time moved to the rhythm grid.
 *
 * <pre>{@code
 * quantizer.nearestStep(1.3, 4);      // 5: step 5 of sixteenths is beat 1.25
 * quantizer.quantize(1.3, 0.45, 4);   // {5, 2}: from step 5 to step 7
 * }</pre>
 *
 * <p>A beat is a quarter note; positions and steps are counted from 0. Diabolo's own is {@code diabolo.grid.RhythmGrid}.
 */
public class Quantizer {

    /**
     * The step of the grid that is nearest to a position. Half-way between two steps it is the later one.
     *
     * @param beat a position in quarter notes, 0 or more
     * @param stepsPerBeat steps in a quarter note: 4 for sixteenths
     * @return the number of the step, from 0
     */
    public int nearestStep(double beat, int stepsPerBeat) {
        throw new UnsupportedOperationException(
                "Quantizer.nearestStep is yours to write: the whole number that is nearest to beats times steps per beat.");
    }

    /**
     * A note on the grid. Its start and its end each move to their nearest step; its length is the difference, but a note keeps at
     * least one step.
     *
     * @param start in quarter notes
     * @param duration in quarter notes, positive
     * @return {first step, length in steps}
     */
    public int[] quantize(double start, double duration, int stepsPerBeat) {
        throw new UnsupportedOperationException(
                "Quantizer.quantize is yours to write: the nearest steps of a note's start and end, and its length from them.");
    }
}
