package diabolo.accompaniment;

import diabolo.note.ChordSymbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The inner notes of a chord, at most three, led from chord to chord: each goes to the nearest place in the tenor range. Of chords with
 * more tones the third and the seventh, which tell them apart, stay before the fifth, and the root is left to the bass.
 *
 * @param pitches MIDI numbers from the lowest; none for a chord of which nothing is known
 */
record Voicing(List<Integer> pitches) {

    /** C3. */
    static final int LOWEST = 48;

    /** G4. */
    static final int HIGHEST = 67;

    private static final int MOST_TONES = 3;

    /** Where voices settle without another to follow: B3 flat. */
    private static final int CENTRE = 58;

    /** Of the distance from the centre, beside that from the voicing before: keeps a long progression from drifting. */
    private static final double CENTRE_WEIGHT = 0.15;

    /** Semitones above the root in the order in which they are kept. */
    private static final List<Integer> MOST_TELLING_FIRST = List.of(4, 3, 10, 11, 9, 7, 6, 8, 5, 2, 1, 0);

    /** Before the first chord. */
    static final Voicing NONE = new Voicing(List.of());

    Voicing {
        pitches = List.copyOf(pitches);
    }

    /** The voicing of a chord that is nearest to this one. */
    Voicing next(ChordSymbol chord) {
        List<List<Integer>> candidates = List.of(List.of());
        for (int pitchClass : tones(chord)) {
            candidates = candidates.stream()
                    .flatMap(some -> places(pitchClass).mapToObj(pitch -> with(some, pitch)))
                    .toList();
        }
        return candidates.stream()
                .map(some -> new Voicing(some.stream().sorted().toList()))
                .min(Comparator.comparingDouble(this::cost))
                .orElse(NONE);
    }

    /** Pitch classes, the most telling first. */
    private static List<Integer> tones(ChordSymbol chord) {
        int root = chord.root().pitchClass();
        return MOST_TELLING_FIRST.stream()
                .map(semitones -> (root + semitones) % 12)
                .filter(chord.pitchClasses()::contains)
                .limit(MOST_TONES)
                .toList();
    }

    private static IntStream places(int pitchClass) {
        return IntStream.rangeClosed(LOWEST, HIGHEST).filter(pitch -> pitch % 12 == pitchClass);
    }

    private static List<Integer> with(List<Integer> some, int pitch) {
        List<Integer> more = new ArrayList<>(some);
        more.add(pitch);
        return more;
    }

    private double cost(Voicing candidate) {
        int[] here = sorted(this);
        int[] there = sorted(candidate);
        double movement = 0;
        for (int i = 0; i < there.length && here.length > 0; i++) {
            movement += Math.abs(there[i] - here[Math.min(i, here.length - 1)]);
        }
        double spread = there.length == 0 ? 0 : Math.max(0, there[there.length - 1] - there[0] - 12);
        double fromCentre = Arrays.stream(there)
                .mapToDouble(pitch -> Math.abs(pitch - CENTRE))
                .sum();
        return movement + spread + CENTRE_WEIGHT * fromCentre;
    }

    private static int[] sorted(Voicing voicing) {
        return voicing.pitches.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
