package diabolo.note;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * A musical key as a key signature tells it.
 *
 * <pre>{@code
 * new Key(-4, Key.Mode.MAJOR).name();                // "Ab major"
 * Key.parse("G major").contains(Pitch.of(66));       // true: F sharp
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

    private static final List<Integer> MAJOR_SCALE = List.of(0, 2, 4, 5, 7, 9, 11);

    /** Semitones above the tonic of the relative major. */
    private static final int RAISED_SEVENTH_OF_MINOR = 8;

    public Key {
        Checks.requireBetween("fifths", fifths, -7, 7);
        requireNonNull(mode, "mode");
    }

    /**
     * The key of a name as {@link #name} gives it; capitals do not matter, and {@code "f#m"} is F# minor, {@code "G"} G major.
     *
     * @throws IllegalArgumentException if there is none; the message gives the names
     */
    public static Key parse(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (int fifths = -7; fifths <= 7; fifths++) {
            String major = MAJOR_NAMES[fifths + 7].toLowerCase(Locale.ROOT);
            if (plain.equals(major) || plain.equals(major + " major")) {
                return new Key(fifths, Mode.MAJOR);
            }
            String minor = MINOR_NAMES[fifths + 7].toLowerCase(Locale.ROOT);
            if (plain.equals(minor + "m") || plain.equals(minor + " minor")) {
                return new Key(fifths, Mode.MINOR);
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no key that has a key signature; choose one of %s with major, or of %s with minor, such as \"G major\""
                        .formatted(Quoted.of(name), String.join(", ", MAJOR_NAMES), String.join(", ", MINOR_NAMES)));
    }

    public String name() {
        return mode == Mode.MAJOR ? MAJOR_NAMES[fifths + 7] + " major" : MINOR_NAMES[fifths + 7] + " minor";
    }

    /** Of the tonic: 0 for C, 11 for B. */
    public int tonicPitchClass() {
        return Math.floorMod(7 * fifths + (mode == Mode.MAJOR ? 0 : 9), 12);
    }

    /** The minor key of the same signature for a major one, and the other way round. */
    public Key relative() {
        return new Key(fifths, mode == Mode.MAJOR ? Mode.MINOR : Mode.MAJOR);
    }

    /** The shortest transposition, -6 to 5 semitones, that brings this key signature to that of C major and A minor. */
    public int semitonesToNoSharpsNoFlats() {
        return Math.floorMod(-7 * fifths + 6, 12) - 6;
    }

    /**
     * Whether a pitch belongs to the key: one of the seven notes of its signature, and in minor the raised seventh as well, since
     * a minor key's dominant has it.
     */
    public boolean contains(Pitch pitch) {
        int aboveMajorTonic = Math.floorMod(pitch.midi() - 7 * fifths, 12);
        return MAJOR_SCALE.contains(aboveMajorTonic)
                || (mode == Mode.MINOR && aboveMajorTonic == RAISED_SEVENTH_OF_MINOR);
    }
}
