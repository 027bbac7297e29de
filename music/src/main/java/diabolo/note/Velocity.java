package diabolo.note;

/**
 * How hard a note is struck: MIDI velocity, 1 to 127 (0 would be a note-off).
 *
 * <pre>{@code
 * Velocity.of(90);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param midi 1 to 127
 */
public record Velocity(int midi) {

    /** The velocity DeepHear renders with, and ours where nothing else is known. */
    public static final Velocity DEFAULT = new Velocity(90);

    public Velocity {
        Checks.requireBetween("velocity", midi, 1, 127);
    }

    public static Velocity of(int midi) {
        return new Velocity(midi);
    }
}
