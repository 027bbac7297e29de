package diabolo.experiment;

import static diabolo.model.CodeDistribution.PITCH_CLASSES;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Fits the distribution of the codes of a corpus, key by key.
 *
 * @param windows of the training pieces
 */
record CodesByKey(TokenRepresentation representation, List<Window> windows) {

    /**
     * A window and the key of its piece.
     *
     * @param semitonesToC to C major and A minor, -6 to 5
     */
    private record Keyed(Frames frames, int semitonesToC) {}

    /**
     * Keys are told apart by their signatures. Pieces that suggest none are left out, unless there are no others, as with drums.
     */
    CodeDistribution of(Autoencoder network) {
        List<Keyed> keyed = keyed(this::semitonesToC);
        if (keyed.isEmpty()) {
            keyed = keyed(_ -> Optional.of(0));
        }
        float[] pitchClassesInC = pitchClassesInC(keyed);
        Map<Integer, Long> windowsOfKey =
                keyed.stream().collect(groupingBy(Keyed::semitonesToC, TreeMap::new, counting()));
        List<CodeDistribution.InKey> keys = new ArrayList<>();
        for (Map.Entry<Integer, Long> key : windowsOfKey.entrySet()) {
            List<Frames> moved = moved(keyed, key.getKey());
            if (!moved.isEmpty()) {
                float[][] codes = network.encode(moved);
                keys.add(CodeDistribution.InKey.of(
                        codes, key.getValue().doubleValue(), fromC(pitchClassesInC, key.getKey())));
            }
        }
        return new CodeDistribution(keys);
    }

    private List<Keyed> keyed(Function<List<Frames>, Optional<Integer>> semitonesToC) {
        List<Keyed> keyed = new ArrayList<>();
        windows.stream()
                .collect(groupingBy(Window::piece, TreeMap::new, toList()))
                .values()
                .forEach(piece -> {
                    List<Frames> frames = piece.stream().map(Window::frames).toList();
                    semitonesToC
                            .apply(frames)
                            .ifPresent(semitones -> frames.forEach(window -> keyed.add(new Keyed(window, semitones))));
                });
        return keyed;
    }

    private Optional<Integer> semitonesToC(List<Frames> piece) {
        return KeyEstimation.estimate(representation.join(piece).toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats);
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

    /** The share of each in the notes; all 0 without pitched notes. */
    private float[] pitchClassesInC(List<Keyed> keyed) {
        float[] shares = new float[PITCH_CLASSES];
        for (Keyed window : keyed) {
            representation.decode(window.frames()).parts().stream()
                    .filter(part -> !part.isDrums())
                    .flatMap(part -> part.notes().stream())
                    .forEach(note ->
                            shares[Math.floorMod(note.pitch().midi() + window.semitonesToC(), PITCH_CLASSES)]++);
        }
        float notes = 0;
        for (float share : shares) {
            notes += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= Math.max(1, notes);
        }
        return shares;
    }

    private static float[] fromC(float[] inC, int semitonesToC) {
        float[] shares = new float[PITCH_CLASSES];
        for (int pitchClass = 0; pitchClass < PITCH_CLASSES; pitchClass++) {
            shares[pitchClass] = inC[Math.floorMod(pitchClass + semitonesToC, PITCH_CLASSES)];
        }
        return shares;
    }

    private static int nearest(int semitones) {
        return Math.floorMod(semitones + PITCH_CLASSES / 2, PITCH_CLASSES) - PITCH_CLASSES / 2;
    }
}
