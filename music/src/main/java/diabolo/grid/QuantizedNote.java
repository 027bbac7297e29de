package diabolo.grid;

import static java.util.Objects.requireNonNull;

import diabolo.note.Checks;
import diabolo.note.Note;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.Comparator;

/**
 * A note on the grid.
 *
 * <pre>{@code
 * new QuantizedNote(Pitch.of(60), Velocity.DEFAULT, 4, 2); // middle C, from the fifth step for two steps
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param startStep counted from 0
 * @param lengthInSteps at least 1
 */
public record QuantizedNote(Pitch pitch, Velocity velocity, int startStep, int lengthInSteps) {

    /** By start, then pitch, then length: the order in which every part keeps its notes. */
    public static final Comparator<QuantizedNote> IN_TIME = Comparator.comparingInt(QuantizedNote::startStep)
            .thenComparing(QuantizedNote::pitch)
            .thenComparingInt(QuantizedNote::lengthInSteps);

    public QuantizedNote {
        requireNonNull(pitch, "pitch");
        requireNonNull(velocity, "velocity");
        Checks.requireBetween("startStep", startStep, 0, RhythmGrid.MAX_STEPS);
        Checks.requireBetween("lengthInSteps", lengthInSteps, 1, RhythmGrid.MAX_STEPS);
    }

    /** The first step at which the note no longer sounds. */
    public int endStep() {
        return startStep + lengthInSteps;
    }

    /** The note in free time. */
    Note toNote(RhythmGrid grid) {
        return new Note(pitch, velocity, grid.beatOf(startStep), grid.beatOf(lengthInSteps));
    }

    QuantizedNote afterRest(int steps) {
        return new QuantizedNote(pitch, velocity, startStep + steps, lengthInSteps);
    }

    /** What sounds of this note between two steps, counted from the first of them; it must sound there. */
    QuantizedNote clip(int fromStep, int toStep) {
        int start = Math.max(startStep, fromStep);
        return new QuantizedNote(pitch, velocity, start - fromStep, Math.min(endStep(), toStep) - start);
    }
}
