package diabolo.corpus;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key of a piece: what its key signatures say, or else what its notes suggest.
 *
 * <pre>{@code
 * KeyEstimation.keyOf(piece).map(Key::name); // "Ab major"
 * }</pre>
 *
 * <p>The estimate is Krumhansl's and Schmuckler's: how long each of the twelve pitch classes sounds is correlated with the
 * profiles that Krumhansl and Kessler (1982) measured in listeners, for all 24 keys; the highest correlation wins.
 */
public final class KeyEstimation {

    private static final double[] MAJOR_PROFILE = {
        6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88
    };
    private static final double[] MINOR_PROFILE = {
        6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17
    };

    private KeyEstimation() {}

    /** The key signature that holds longest; where none is known, the estimate. */
    public static Optional<Key> keyOf(NoteSequence sequence) {
        return longestSignature(sequence).or(() -> estimate(sequence));
    }

    /** The key that the notes suggest; empty where they suggest none, as in a piece without pitched notes. */
    public static Optional<Key> estimate(NoteSequence sequence) {
        double[] beats = beatsOfPitchClasses(sequence);
        Optional<Key> best = Optional.empty();
        double highest = 0;
        for (int tonic = 0; tonic < 12; tonic++) {
            for (Key.Mode mode : Key.Mode.values()) {
                double correlation = correlation(beats, tonic, mode == Key.Mode.MAJOR ? MAJOR_PROFILE : MINOR_PROFILE);
                if (correlation > highest) {
                    highest = correlation;
                    best = Optional.of(keyOn(tonic, mode));
                }
            }
        }
        return best;
    }

    private static Optional<Key> longestSignature(NoteSequence sequence) {
        List<At<Key>> keys = sequence.keys();
        Beat end = sequence.length();
        Map<Key, Double> beats = new LinkedHashMap<>(); // the earlier first, which wins where two hold equally long
        for (int i = 0; i < keys.size(); i++) {
            Beat start = keys.get(i).start();
            Beat until = i + 1 < keys.size() ? keys.get(i + 1).start() : Beat.max(end, start);
            beats.merge(keys.get(i).value(), until.toDouble() - start.toDouble(), Double::sum);
        }
        Optional<Key> longest = Optional.empty();
        double most = -1;
        for (Map.Entry<Key, Double> key : beats.entrySet()) {
            if (key.getValue() > most) {
                most = key.getValue();
                longest = Optional.of(key.getKey());
            }
        }
        return longest;
    }

    private static double[] beatsOfPitchClasses(NoteSequence sequence) {
        double[] beats = new double[12];
        for (Part part : sequence.parts()) {
            if (!part.isDrums()) {
                for (Note note : part.notes()) {
                    beats[note.pitch().pitchClass()] += note.duration().toDouble();
                }
            }
        }
        return beats;
    }

    /** Pearson's correlation; not a number, and so never the highest, where all pitch classes sound equally long. */
    private static double correlation(double[] beats, int tonic, double[] profile) {
        double meanBeats = mean(beats);
        double meanProfile = mean(profile);
        double product = 0;
        double beatsSquared = 0;
        double profileSquared = 0;
        for (int degree = 0; degree < 12; degree++) {
            double b = beats[(tonic + degree) % 12] - meanBeats;
            double p = profile[degree] - meanProfile;
            product += b * p;
            beatsSquared += b * b;
            profileSquared += p * p;
        }
        return product / Math.sqrt(beatsSquared * profileSquared);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** A fifth up is seven semitones, and 7 * 7 = 1 modulo 12. A minor key has the signature of the major a third above. */
    private static Key keyOn(int tonic, Key.Mode mode) {
        int majorTonic = mode == Key.Mode.MAJOR ? tonic : tonic + 3;
        return new Key(Math.floorMod(7 * majorTonic + 5, 12) - 5, mode);
    }
}
