package diabolo.evaluation.chorale;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What several voices sound together, as a chord.
 *
 * <pre>{@code
 * Sonority.isChord(new int[] {72, 67, 64, 48}); // true: C major
 * Sonority.isChord(new int[] {72, 65, 64, 48}); // false
 * }</pre>
 */
public final class Sonority {

    /** Intervals above the root: triads, then sevenths. Inversions and doublings do not matter. */
    private static final List<int[]> CHORDS = List.of(
            new int[] {0, 4, 7},
            new int[] {0, 3, 7},
            new int[] {0, 3, 6},
            new int[] {0, 4, 8},
            new int[] {0, 4, 7, 10},
            new int[] {0, 4, 7, 11},
            new int[] {0, 3, 7, 10},
            new int[] {0, 3, 6, 10},
            new int[] {0, 3, 6, 9});

    private static final boolean[] IS_CHORD = new boolean[1 << 12];

    static {
        for (int[] chord : CHORDS) {
            for (int root = 0; root < 12; root++) {
                IS_CHORD[set(chord, root, -1)] = true;
                IS_CHORD[set(chord, root, 2)] = true; // a fifth may be left out
            }
        }
    }

    private Sonority() {}

    private static int set(int[] chord, int root, int leftOut) {
        return IntStream.range(0, chord.length)
                .filter(i -> i != leftOut)
                .map(i -> 1 << ((chord[i] + root) % 12))
                .reduce(0, (a, b) -> a | b);
    }

    /** The pitch classes of pitches as bits; rests are left out. */
    public static int pitchClasses(int[] pitches) {
        int set = 0;
        for (int pitch : pitches) {
            set |= pitch == Chorale.REST ? 0 : 1 << (pitch % 12);
        }
        return set;
    }

    /** Whether pitches are a triad or a seventh chord, with all its notes or without its fifth. */
    public static boolean isChord(int[] pitches) {
        return IS_CHORD[pitchClasses(pitches)];
    }

    /** Whether no voice rests. */
    public static boolean isWhole(int[] pitches) {
        for (int pitch : pitches) {
            if (pitch == Chorale.REST) {
                return false;
            }
        }
        return true;
    }

    /** Whether pitches are a major or minor triad of a tonic with the tonic in the bass, perhaps without fifth or third. */
    public static boolean isTonic(int[] pitches, int tonicPitchClass) {
        int set = pitchClasses(pitches);
        int bass = pitches[pitches.length - 1];
        int major = set(CHORDS.get(0), tonicPitchClass, -1);
        int minor = set(CHORDS.get(1), tonicPitchClass, -1);
        return bass != Chorale.REST && bass % 12 == tonicPitchClass && ((set & ~major) == 0 || (set & ~minor) == 0);
    }
}
