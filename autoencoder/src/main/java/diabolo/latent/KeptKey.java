package diabolo.latent;

import static diabolo.model.CodeDistribution.PITCH_CLASSES;

import diabolo.corpus.KeyEstimation;
import diabolo.note.Key;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Pitch;
import diabolo.representation.Line;
import diabolo.representation.Melody;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pitch classes of a piece and its key, among which a moved piece stays.
 *
 * @param allowed by line, step and token
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeptKey(boolean[][][] allowed) {

    /** A pitch class that is rarer than one note in a hundred is no habit of the music. */
    private static final double LEAST_SHARE = 0.01;

    /** Of a piece; empty where the model has no tokens with pitch, or the piece no key. */
    public static Optional<KeptKey> of(LatentSpace space, PieceHeader header, NoteSequence piece) {
        Set<Key> keys = new HashSet<>();
        header.signatures().keys().values().forEach(name -> keys.add(Key.parse(name)));
        if (keys.isEmpty()) {
            KeyEstimation.estimate(piece).ifPresent(keys::add);
        }
        List<Pitch> pitches = piece.parts().stream()
                .filter(part -> !part.isDrums())
                .flatMap(part -> part.notes().stream())
                .map(Note::pitch)
                .toList();
        return of(space, keys, pitches);
    }

    /** The scale of the key that music suggests, without other pitch classes that it has. */
    static Optional<KeptKey> scaleOf(LatentSpace space, NoteSequence music) {
        return KeyEstimation.estimate(music).flatMap(key -> of(space, Set.of(key), List.of()));
    }

    /**
     * The pitch classes of a model's own music in a key.
     *
     * @param shares of the twelve in its notes
     */
    static Optional<KeptKey> of(LatentSpace space, float[] shares) {
        boolean[] classes = new boolean[PITCH_CLASSES];
        boolean any = false;
        for (int pitchClass = 0; pitchClass < PITCH_CLASSES; pitchClass++) {
            classes[pitchClass] = shares[pitchClass] >= LEAST_SHARE;
            any |= classes[pitchClass];
        }
        return any && space.representation() instanceof TokenRepresentation tokens
                ? Optional.of(new KeptKey(table(tokens, classes)))
                : Optional.empty();
    }

    private static Optional<KeptKey> of(LatentSpace space, Set<Key> keys, List<Pitch> others) {
        Representation representation = space.representation();
        boolean hasKey = representation.hasTones() && !keys.isEmpty();
        return hasKey && representation instanceof TokenRepresentation tokens
                ? Optional.of(new KeptKey(table(tokens, classes(keys, others))))
                : Optional.empty();
    }

    private static boolean[] classes(Set<Key> keys, List<Pitch> others) {
        boolean[] classes = new boolean[PITCH_CLASSES];
        for (int pitch = 0; pitch < PITCH_CLASSES; pitch++) {
            Pitch of = Pitch.of(Melody.LOWEST_PITCH + pitch);
            classes[of.midi() % PITCH_CLASSES] = keys.stream().anyMatch(key -> key.contains(of));
        }
        others.forEach(pitch -> classes[pitch.midi() % PITCH_CLASSES] = true);
        return classes;
    }

    private static boolean[][][] table(TokenRepresentation tokens, boolean[] classes) {
        return tokens.lines().stream()
                .map(line -> {
                    boolean[][] allowed = new boolean[tokens.steps()][];
                    Arrays.fill(allowed, allowed(line, classes));
                    return allowed;
                })
                .toArray(boolean[][][]::new);
    }

    private static boolean[] allowed(Line line, boolean[] classes) {
        boolean[] allowed = new boolean[line.alphabet()];
        Arrays.fill(allowed, true);
        for (int token = Melody.FIRST_NOTE_ON; line.isPitched() && token < allowed.length; token++) {
            allowed[token] = classes[(token - Melody.FIRST_NOTE_ON + Melody.LOWEST_PITCH) % PITCH_CLASSES];
        }
        return allowed;
    }
}
