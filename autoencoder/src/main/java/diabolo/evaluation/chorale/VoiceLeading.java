package diabolo.evaluation.chorale;

import java.util.Arrays;
import java.util.Optional;

/**
 * How voices move, counted in one piece by the rules of textbooks.
 *
 * <pre>{@code
 * VoiceLeading leading = VoiceLeading.of(chorale);
 * 100.0 * leading.parallels() / leading.moves();
 * }</pre>
 *
 * @param moves how often the sonority changes its pitches
 * @param parallels pairs of voices that both move the same way, from a fifth to a fifth or an octave to an octave, or compounds of these
 * @param steps at which no voice rests
 * @param crossed of these, at which a voice is above the one over it
 * @param wide of these, at which soprano and alto, or alto and tenor, are more than an octave apart
 * @param leadingTones in chords with the second degree, before a chord with the tonic
 * @param resolved of these, that rise to the tonic
 */
public record VoiceLeading(int moves, int parallels, int steps, int crossed, int wide, int leadingTones, int resolved) {

    private static final int OCTAVE = 12;
    private static final int FIFTH = 7;
    private static final int LEADING = 11;
    private static final int SECOND = 2;

    /** Counts them in a piece. */
    public static VoiceLeading of(Chorale chorale) {
        int moves = 0;
        int parallels = 0;
        int steps = 0;
        int crossed = 0;
        int wide = 0;
        int leadingTones = 0;
        int resolved = 0;
        Optional<int[]> before = Optional.empty();
        for (int step = 0; step < chorale.steps(); step++) {
            int[] now = chorale.sonority(step);
            if (!Sonority.isWhole(now)) {
                before = Optional.empty();
                continue;
            }
            steps++;
            crossed += isCrossed(now) ? 1 : 0;
            wide += isWide(now) ? 1 : 0;
            if (before.isPresent() && !Arrays.equals(before.get(), now)) {
                moves++;
                parallels += parallels(before.get(), now);
                int tonic = chorale.key().tonicPitchClass();
                leadingTones += leadingTones(before.get(), now, tonic, false);
                resolved += leadingTones(before.get(), now, tonic, true);
            }
            before = Optional.of(now);
        }
        return new VoiceLeading(moves, parallels, steps, crossed, wide, leadingTones, resolved);
    }

    /** Whether a voice is above the one over it. */
    private static boolean isCrossed(int[] pitches) {
        for (int voice = 1; voice < pitches.length; voice++) {
            if (pitches[voice] > pitches[voice - 1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWide(int[] pitches) {
        return pitches[0] - pitches[1] > OCTAVE || pitches[1] - pitches[2] > OCTAVE;
    }

    private static int parallels(int[] before, int[] now) {
        int count = 0;
        for (int upper = 0; upper < now.length; upper++) {
            for (int lower = upper + 1; lower < now.length; lower++) {
                count += isParallel(before[upper], now[upper], before[lower], now[lower]) ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether two voices move in parallel fifths, octaves or unisons: both change, the same way, and keep such an interval. */
    public static boolean isParallel(int upperBefore, int upper, int lowerBefore, int lower) {
        int interval = Math.floorMod(upper - lower, OCTAVE);
        return (interval == 0 || interval == FIFTH)
                && interval == Math.floorMod(upperBefore - lowerBefore, OCTAVE)
                && Integer.signum(upper - upperBefore) * Integer.signum(lower - lowerBefore) > 0;
    }

    private static int leadingTones(int[] before, int[] now, int tonic, boolean onlyResolved) {
        int chord = Sonority.pitchClasses(before);
        boolean isDominant = (chord & 1 << (tonic + SECOND) % OCTAVE) != 0 && (chord & 1 << tonic) == 0;
        boolean isTonic = (Sonority.pitchClasses(now) & 1 << tonic) != 0;
        int count = 0;
        for (int voice = 0; voice < now.length && isDominant && isTonic; voice++) {
            boolean isLeading = before[voice] % OCTAVE == (tonic + LEADING) % OCTAVE;
            count += isLeading && (!onlyResolved || now[voice] == before[voice] + 1) ? 1 : 0;
        }
        return count;
    }

    /** The sum of both. */
    public VoiceLeading plus(VoiceLeading other) {
        return new VoiceLeading(
                moves + other.moves,
                parallels + other.parallels,
                steps + other.steps,
                crossed + other.crossed,
                wide + other.wide,
                leadingTones + other.leadingTones,
                resolved + other.resolved);
    }
}
