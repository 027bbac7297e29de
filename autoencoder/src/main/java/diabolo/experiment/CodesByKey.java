package diabolo.experiment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import diabolo.corpus.KeyEstimation;
import diabolo.corpus.Window;
import diabolo.model.Autoencoder;
import diabolo.model.CodeDistribution;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.training.TokenTransposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fits the distribution of the codes of a corpus, key by key.
 *
 * @param windows of the training pieces
 */
record CodesByKey(TokenRepresentation representation, List<Window> windows) {

    private static final int PITCH_CLASSES = 12;

    /**
     * A window and the key of its piece.
     *
     * @param semitonesToC to C major and A minor, -6 to 5; 0 where no key is to be told
     */
    private record Keyed(Frames frames, int semitonesToC) {}

    /** Keys are told apart by their signatures. */
    CodeDistribution of(Autoencoder network) {
        List<Keyed> keyed =
                windows.stream().collect(groupingBy(Window::piece, TreeMap::new, toList())).values().stream()
                        .flatMap(this::ofPiece)
                        .toList();
        float[] pitchClassesInC = pitchClassesInC(keyed);
        List<CodeDistribution.InKey> keys = new ArrayList<>();
        keyed.stream()
                .collect(groupingBy(Keyed::semitonesToC, TreeMap::new, counting()))
                .forEach((key, share) -> inKey(network, moved(keyed, key), share, fromC(pitchClassesInC, key))
                        .ifPresent(keys::add));
        return new CodeDistribution(keys);
    }

    private Stream<Keyed> ofPiece(List<Window> piece) {
        List<Frames> frames = piece.stream().map(Window::frames).toList();
        int semitonesToC = KeyEstimation.estimate(representation.join(frames).toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats)
                .orElse(0);
        return frames.stream().map(window -> new Keyed(window, semitonesToC));
    }

    /** All windows in one key, but those that would leave the range. */
    private List<Frames> moved(List<Keyed> keyed, int semitonesToC) {
        TokenTransposition transposition = TokenTransposition.of(0, representation);
        return keyed.stream()
                .flatMap(window -> transposition
                        .by(
                                nearest(window.semitonesToC() - semitonesToC),
                                TrainingData.tokens(window.frames()).lines())
                        .stream())
                .<Frames>map(Tokens::new)
                .toList();
    }

    private static Optional<CodeDistribution.InKey> inKey(
            Autoencoder network, List<Frames> moved, long share, float[] pitchClasses) {
        return moved.size() < 2
                ? Optional.empty()
                : Optional.of(CodeDistribution.InKey.of(network.encode(moved), (double) share, pitchClasses));
    }

    private float[] pitchClassesInC(List<Keyed> keyed) {
        float[] counts = new float[PITCH_CLASSES];
        int[] notes = {0};
        for (Keyed window : keyed) {
            representation.decode(window.frames()).parts().stream()
                    .filter(part -> !part.isDrums())
                    .flatMap(part -> part.notes().stream())
                    .forEach(note -> {
                        counts[Math.floorMod(note.pitch().midi() + window.semitonesToC(), PITCH_CLASSES)]++;
                        notes[0]++;
                    });
        }
        for (int i = 0; i < counts.length && notes[0] > 0; i++) {
            counts[i] /= notes[0];
        }
        return counts;
    }

    private static float[] fromC(float[] inC, int semitonesToC) {
        float[] shares = new float[PITCH_CLASSES];
        for (int pitchClass = 0; pitchClass < PITCH_CLASSES; pitchClass++) {
            shares[pitchClass] = inC[Math.floorMod(pitchClass + semitonesToC, PITCH_CLASSES)];
        }
        return shares;
    }

    private static int nearest(int semitones) {
        return Math.floorMod(semitones + 6, 12) - 6;
    }
}
