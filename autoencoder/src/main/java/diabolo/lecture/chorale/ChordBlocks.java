package diabolo.lecture.chorale;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.Voice;
import diabolo.harmony.ChordModel;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The baseline of four voices: the likeliest chords of a melody by the included {@link ChordModel}, in close position under it, the root in the
 * bass. It has correct chords and knows nothing of voice leading.
 *
 * <pre>{@code
 * Chorale blocks = ChordBlocks.of(hymn.melody(), hymn.chorale());
 * }</pre>
 */
final class ChordBlocks {

    private static final int MIDDLE_OF_BASS = 48;

    private ChordBlocks() {}

    /** @param written whose soprano and key are taken */
    static Chorale of(NoteSequence melody, Chorale written) {
        Key key = written.key();
        List<At<ChordSymbol>> chords = ChordModel.included().of(melody, key).likeliest();
        int steps = written.steps();
        int[][] pitches = new int[Voice.COUNT][steps];
        boolean[][] begins = new boolean[Voice.COUNT][steps];
        pitches[0] = written.pitches()[0];
        begins[0] = written.begins()[0];
        int bass = MIDDLE_OF_BASS;
        for (int step = 0; step < steps; step++) {
            Optional<int[]> chord = chordAt(chords, step);
            int soprano = pitches[0][step];
            if (chord.isEmpty() || soprano == Chorale.REST) {
                for (int voice = 1; voice < Voice.COUNT; voice++) {
                    pitches[voice][step] = Chorale.REST;
                }
            } else {
                int[] tones = chord.get();
                bass = nearest(tones[0], bass);
                pitches[1][step] = below(tones, soprano);
                pitches[2][step] = below(tones, pitches[1][step]);
                pitches[3][step] = bass;
            }
            for (int voice = 1; voice < Voice.COUNT; voice++) {
                begins[voice][step] = step == 0 || begins[0][step] || pitches[voice][step] != pitches[voice][step - 1];
            }
        }
        return new Chorale(written.name(), key, written.places(), pitches, begins);
    }

    /** The pitch classes of a chord, its root first. */
    private static Optional<int[]> chordAt(List<At<ChordSymbol>> chords, int step) {
        Beat at = Beat.of(step, BarPlace.STEPS_PER_BEAT);
        return chords.stream()
                .filter(chord -> chord.start().compareTo(at) <= 0)
                .reduce((_, later) -> later)
                .or(() -> chords.stream().findFirst())
                .filter(chord -> chord.value().kind() != ChordKind.NONE)
                .map(chord -> pitchClasses(chord.value()))
                .filter(tones -> tones.length > 1);
    }

    private static int[] pitchClasses(ChordSymbol chord) {
        int root = chord.root().pitchClass();
        return IntStream.concat(
                        IntStream.of(root),
                        chord.pitchClasses().stream()
                                .mapToInt(Integer::intValue)
                                .filter(tone -> tone != root))
                .toArray();
    }

    /** The highest pitch of the chord below another. */
    private static int below(int[] tones, int pitch) {
        return IntStream.iterate(pitch - 1, p -> p - 1)
                .filter(p -> Arrays.stream(tones).anyMatch(tone -> tone == p % 12))
                .findFirst()
                .orElseThrow();
    }

    /** The pitch of a pitch class in the bass that is nearest to another. */
    private static int nearest(int pitchClass, int pitch) {
        return IntStream.rangeClosed(Voice.BASS.lowest(), Voice.BASS.lowest() + 17)
                .filter(p -> p % 12 == pitchClass)
                .boxed()
                .min(Comparator.comparingInt(p -> Math.abs(p - pitch)))
                .orElseThrow();
    }
}
