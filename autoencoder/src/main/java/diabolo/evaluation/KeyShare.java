package diabolo.evaluation;

import diabolo.note.Pitch;
import java.util.List;
import java.util.Set;

/**
 * How many notes are in the key that fits best, of 24: major and harmonic minor.
 *
 * <pre>{@code
 * KeyShare.of(pitches); // 0.93
 * }</pre>
 */
public final class KeyShare {

    private static final List<Set<Integer>> SCALES =
            List.of(Set.of(0, 2, 4, 5, 7, 9, 11), Set.of(0, 2, 3, 5, 7, 8, 11));

    private KeyShare() {}

    /** Of notes, each counted once; not a number for none. */
    public static double of(List<Pitch> pitches) {
        long most = 0;
        for (Set<Integer> scale : SCALES) {
            for (int tonic = 0; tonic < 12; tonic++) {
                int root = tonic;
                most = Math.max(
                        most,
                        pitches.stream()
                                .filter(pitch -> scale.contains(Math.floorMod(pitch.midi() - root, 12)))
                                .count());
            }
        }
        return pitches.isEmpty() ? Double.NaN : (double) most / pitches.size();
    }
}
