package diabolo.training;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import java.util.random.RandomGenerator;

/**
 * Transposition of piano rolls.
 *
 * @param mostSemitones up or down, 0 to 48
 */
public record RollTransposition(int mostSemitones, PianoRoll roll) implements Transposition {

    public RollTransposition {
        requireBetween("mostSemitones", mostSemitones, 0, 48);
        requireNonNull(roll, "roll");
    }

    /** A randomly transposed copy of a window [steps * pitches]. */
    float[] of(float[] cells, RandomGenerator random) {
        Cells window = new Cells(cells);
        int lowest = 0;
        int highest = 0;
        while (lowest > -mostSemitones && roll.transpose(window, lowest - 1).isPresent()) {
            lowest--;
        }
        while (highest < mostSemitones && roll.transpose(window, highest + 1).isPresent()) {
            highest++;
        }
        Frames moved =
                roll.transpose(window, random.nextInt(lowest, highest + 1)).orElse(window);
        return moved instanceof Cells(float[] values) ? values : cells;
    }
}
