package diabolo.lecture.digits;

import diabolo.note.Pitch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a unit that has learned from piano rolls responds to, as a musician would say it: the pitches that raise its activation by at
 * least half of what the strongest does, over all steps together.
 *
 * <pre>{@code
 * MusicFeature feature = MusicFeature.of(weights, 48, 36);
 * feature.pitches();   // [48, 60]: C in two octaves
 * feature.hasOctave(); // true
 * }</pre>
 *
 * @param pitches MIDI numbers, rising
 * @param strongest the pitch that raises the activation most
 * @param steps how many steps it covers: (Σ q)² / Σ q² of what each step adds
 */
record MusicFeature(List<Integer> pitches, int strongest, double steps) {

    private static final double AS_STRONG = 0.5;
    private static final int OCTAVE = 12;
    private static final Set<Integer> MAJOR_SCALE = Set.of(0, 2, 4, 5, 7, 9, 11);
    private static final List<Set<Integer>> TRIADS = IntStream.range(0, OCTAVE)
            .boxed()
            .flatMap(root -> Stream.of(chord(root, 4, 7), chord(root, 3, 7)))
            .toList();

    MusicFeature {
        pitches = List.copyOf(pitches);
    }

    private static Set<Integer> chord(int root, int third, int fifth) {
        return Set.of(root, (root + third) % OCTAVE, (root + fifth) % OCTAVE);
    }

    /**
     * Of weights.
     *
     * @param weights [steps · pitches]
     * @param lowest MIDI number of the first pitch
     */
    static MusicFeature of(float[] weights, int pitches, int lowest) {
        double[] byPitch = new double[pitches];
        double[] byStep = new double[weights.length / pitches];
        for (int cell = 0; cell < weights.length; cell++) {
            byPitch[cell % pitches] += Math.max(0, weights[cell]);
            byStep[cell / pitches] += Math.max(0, weights[cell]);
        }
        int strongest = IntStream.range(0, pitches)
                .boxed()
                .max(Comparator.comparingDouble(pitch -> byPitch[pitch]))
                .orElseThrow();
        List<Integer> strong = IntStream.range(0, pitches)
                .filter(pitch -> byPitch[pitch] >= AS_STRONG * byPitch[strongest])
                .map(pitch -> pitch + lowest)
                .boxed()
                .toList();
        double sum = Arrays.stream(byStep).sum();
        double squares = Arrays.stream(byStep).map(step -> step * step).sum();
        return new MusicFeature(strong, strongest + lowest, squares == 0 ? 0 : sum * sum / squares);
    }

    /** Whether two of its pitches are one or more octaves apart. */
    boolean hasOctave() {
        return pitchClasses().size() < pitches.size();
    }

    /** Whether it has two or more pitch classes, all of one major or minor triad. */
    boolean isInTriad() {
        Set<Integer> classes = pitchClasses();
        return classes.size() > 1 && TRIADS.stream().anyMatch(triad -> triad.containsAll(classes));
    }

    /** Whether all its pitches have one name. */
    boolean isOneDegree() {
        return pitchClasses().size() == 1;
    }

    /** Whether all its pitches are in the scale of C major. */
    boolean isInScale() {
        return MAJOR_SCALE.containsAll(pitchClasses());
    }

    private Set<Integer> pitchClasses() {
        return pitches.stream().map(pitch -> pitch % OCTAVE).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names with octaves: {@code C3 G3 C4}. */
    String inWords() {
        return pitches.stream().map(pitch -> Pitch.of(pitch).name()).collect(Collectors.joining(" "));
    }
}
