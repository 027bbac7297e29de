package diabolo.accompaniment;

import diabolo.note.ChordSymbol;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.IntStream;

/**
 * The pitches of the bass, each near the one before.
 *
 * <p>Used for one piece.
 */
final class BassLine {

    /** E1, the lowest string of the double bass. */
    static final int LOWEST = 28;

    /** E3. */
    static final int HIGHEST = 52;

    /** C2. */
    private static final int CENTRE = 38;

    private int last = CENTRE;

    /**
     * The pitch for a letter of {@link PatternBar#bass}.
     *
     * @return a MIDI number
     */
    int pitch(char letter, ChordSymbol chord) {
        int root = chord.root().pitchClass();
        int lowest = chord.bass().map(tone -> tone.pitchClass()).orElse(root);
        last = switch (letter) {
            case '3' -> nearest(tone(chord, List.of(4, 3, 5, 2)));
            case '5' -> nearest(tone(chord, List.of(7, 6, 8)));
            case '8' -> Math.min(HIGHEST - (HIGHEST - lowest) % 12, nearCentre(lowest) + 12);
            default -> nearest(lowest);
        };
        return last;
    }

    /** The pitch class of the first of these intervals above the root that the chord has, else the root. */
    private static int tone(ChordSymbol chord, List<Integer> semitones) {
        NavigableSet<Integer> tones = chord.pitchClasses();
        int root = chord.root().pitchClass();
        return semitones.stream()
                .map(interval -> (root + interval) % 12)
                .filter(tones::contains)
                .findFirst()
                .orElse(root);
    }

    private int nearest(int pitchClass) {
        return best(
                pitchClass,
                Comparator.comparingDouble(pitch -> Math.abs(pitch - last) + 0.5 * Math.abs(pitch - CENTRE)));
    }

    private static int nearCentre(int pitchClass) {
        return best(pitchClass, Comparator.comparingDouble(pitch -> Math.abs(pitch - CENTRE)));
    }

    private static int best(int pitchClass, Comparator<Integer> order) {
        return IntStream.rangeClosed(LOWEST, HIGHEST)
                .filter(pitch -> pitch % 12 == pitchClass)
                .boxed()
                .min(order)
                .orElse(CENTRE);
    }
}
