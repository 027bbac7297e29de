package exercises;

/**
 * Exercise 3: notes as a binary piano roll, and back.
 *
 * <pre>{@code
 * boolean[][] cells = roll.encode(new int[][] {{60, 0, 4}, {64, 2, 2}}, 16, 12, 88); // 16 steps, 88 pitches from MIDI 12 up
 * int[][] notes = roll.decode(cells, 12);                                            // the same two notes
 * }</pre>
 *
 * <p>A note is {pitch, first step, length in steps}: the pitch as in MIDI, steps counted from 0. A cell says whether a pitch sounds
 * in a step; that a note begins and that it is held look the same. Source: Sun, "DeepHear", 2015, whose rolls have 64 steps and 88
 * pitches. Diabolo's own is {@code diabolo.representation.PianoRoll}.
 */
public class Roll {

    /**
     * The roll of notes: cells[step][pitch − lowestPitch] is true while a note sounds, from its first step for as many steps as it
     * is long. Pitches outside the roll are left out, and so is what sounds after its last step.
     *
     * @param notes [notes][3]: pitch, first step, length in steps
     * @param steps of the roll
     * @param lowestPitch the MIDI pitch of cell 0 of a step
     * @param pitches cells in a step
     * @return [steps][pitches]
     */
    public boolean[][] encode(int[][] notes, int steps, int lowestPitch, int pitches) {
        throw new UnsupportedOperationException(
                "Roll.encode is yours to write: true for every step and pitch that sounds.");
    }

    /**
     * The notes of a roll: each run of true cells of one pitch in steps that follow one another is one note. They are in order of
     * their first step, and of one step in order of pitch.
     *
     * @param cells [steps][pitches]
     * @param lowestPitch the MIDI pitch of cell 0 of a step
     * @return [notes][3]: pitch, first step, length in steps
     */
    public int[][] decode(boolean[][] cells, int lowestPitch) {
        throw new UnsupportedOperationException(
                "Roll.decode is yours to write: one note for each run of true cells of a pitch.");
    }
}
