package diabolo.note;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds of chord that lead sheets name, with the names that MusicXML has for them.
 *
 * <pre>{@code
 * ChordKind.MINOR_SEVENTH.suffix();  // "m7"
 * ChordKind.MINOR_SEVENTH.tones();   // {1=0, 3=3, 5=7, 7=10}
 * }</pre>
 */
public enum ChordKind {
    MAJOR("major", "", "1 3 5"),
    MINOR("minor", "m", "1 b3 5"),
    AUGMENTED("augmented", "+", "1 3 #5"),
    DIMINISHED("diminished", "dim", "1 b3 b5"),
    DOMINANT("dominant", "7", "1 3 5 b7"),
    MAJOR_SEVENTH("major-seventh", "maj7", "1 3 5 7"),
    MINOR_SEVENTH("minor-seventh", "m7", "1 b3 5 b7"),
    DIMINISHED_SEVENTH("diminished-seventh", "dim7", "1 b3 b5 bb7"),
    AUGMENTED_SEVENTH("augmented-seventh", "7#5", "1 3 #5 b7"),
    HALF_DIMINISHED("half-diminished", "m7b5", "1 b3 b5 b7"),
    /** A minor triad with a major seventh. */
    MAJOR_MINOR("major-minor", "mmaj7", "1 b3 5 7"),
    MAJOR_SIXTH("major-sixth", "6", "1 3 5 6"),
    MINOR_SIXTH("minor-sixth", "m6", "1 b3 5 6"),
    DOMINANT_NINTH("dominant-ninth", "9", "1 3 5 b7 9"),
    MAJOR_NINTH("major-ninth", "maj9", "1 3 5 7 9"),
    MINOR_NINTH("minor-ninth", "m9", "1 b3 5 b7 9"),
    DOMINANT_11TH("dominant-11th", "11", "1 3 5 b7 9 11"),
    MAJOR_11TH("major-11th", "maj11", "1 3 5 7 9 11"),
    MINOR_11TH("minor-11th", "m11", "1 b3 5 b7 9 11"),
    DOMINANT_13TH("dominant-13th", "13", "1 3 5 b7 9 11 13"),
    MAJOR_13TH("major-13th", "maj13", "1 3 5 7 9 11 13"),
    MINOR_13TH("minor-13th", "m13", "1 b3 5 b7 9 11 13"),
    SUSPENDED_SECOND("suspended-second", "sus2", "1 2 5"),
    SUSPENDED_FOURTH("suspended-fourth", "sus4", "1 4 5"),
    POWER("power", "5", "1 5"),
    /** A chord of which only the root and a text are known. */
    OTHER("other", "", "1"),
    /** No chord from here on. */
    NONE("none", "", "");

    private final String musicXmlName;
    private final String suffix;
    private final String degrees;

    ChordKind(String musicXmlName, String suffix, String degrees) {
        this.musicXmlName = musicXmlName;
        this.suffix = suffix;
        this.degrees = degrees;
    }

    /** The kind of that name in MusicXML; empty where lead sheets have none of it. */
    public static Optional<ChordKind> ofMusicXml(String name) {
        for (ChordKind kind : values()) {
            if (kind.musicXmlName.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public String musicXmlName() {
        return musicXmlName;
    }

    /** How it is commonly written after the root. */
    public String suffix() {
        return suffix;
    }

    /** Semitones above the root by degree: 4 for the major third of degree 3; those of a ninth exceed an octave. */
    public Map<Integer, Integer> tones() {
        int[] majorScale = {0, 2, 4, 5, 7, 9, 11};
        Map<Integer, Integer> tones = new TreeMap<>();
        for (String degree : degrees.isEmpty() ? new String[0] : degrees.split(" ", -1)) {
            String number = degree.replaceAll("[b#]", "");
            int accidentals = degree.length() - number.length();
            int value = Integer.parseInt(number);
            int natural = majorScale[(value - 1) % 7] + 12 * ((value - 1) / 7);
            tones.put(value, natural + (degree.startsWith("b") ? -accidentals : accidentals));
        }
        return Collections.unmodifiableMap(tones);
    }
}
