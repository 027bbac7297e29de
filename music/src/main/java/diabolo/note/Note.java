package diabolo.note;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A note: what sounds, how hard, from when and for how long.
 *
 * <pre>{@code
 * new Note(Pitch.of(60), Velocity.of(90), Beat.of(1), Beat.of(2)); // middle C on the second beat, a half note
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param start quarter notes since the beginning of the piece, not negative
 * @param duration in quarter notes, positive
 */
public record Note(Pitch pitch, Velocity velocity, Beat start, Beat duration) {

    /** By start, then pitch, then duration: the order in which every part keeps its notes. */
    public static final Comparator<Note> IN_TIME = (a, b) -> {
        int byStart = a.start.compareTo(b.start);
        int byPitch = byStart == 0 ? a.pitch.compareTo(b.pitch) : byStart;
        return byPitch == 0 ? a.duration.compareTo(b.duration) : byPitch;
    };

    public Note {
        requireNonNull(pitch, "pitch");
        requireNonNull(velocity, "velocity");
        Checks.require(!start.isNegative(), () -> "start must not be negative, was " + start);
        Checks.require(duration.isPositive(), () -> "duration must be positive, was " + duration);
    }

    public Beat end() {
        return start.plus(duration);
    }

    public Note transpose(int semitones) {
        return new Note(pitch.transpose(semitones), velocity, start, duration);
    }

    public Note withStart(Beat newStart) {
        return new Note(pitch, velocity, newStart, duration);
    }
}
