package diabolo.note;

import static java.util.Objects.requireNonNull;

/**
 * A musical key as a key signature tells it.
 *
 * <pre>{@code
 * new Key(-4, Key.Mode.MAJOR).name(); // "Ab major"
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param fifths sharps where positive, flats where negative; -7 to 7
 */
public record Key(int fifths, Mode mode) {

    /** Major or minor; other modes are told by their key signature as major. */
    public enum Mode {
        MAJOR,
        MINOR
    }

    public static final Key C_MAJOR = new Key(0, Mode.MAJOR);

    private static final String[] MAJOR_NAMES = {
        "Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#"
    };
    private static final String[] MINOR_NAMES = {
        "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#"
    };

    public Key {
        Checks.requireBetween("fifths", fifths, -7, 7);
        requireNonNull(mode, "mode");
    }

    public String name() {
        return mode == Mode.MAJOR ? MAJOR_NAMES[fifths + 7] + " major" : MINOR_NAMES[fifths + 7] + " minor";
    }

    /** The shortest transposition, -6 to 5 semitones, that brings this key signature to that of C major and A minor. */
    public int semitonesToNoSharpsNoFlats() {
        return Math.floorMod(-7 * fifths + 6, 12) - 6;
    }
}
