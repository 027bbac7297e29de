package diabolo.latent;

import diabolo.corpus.KeyEstimation;
import diabolo.note.Key;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The windows of a melody in C major or A minor, where priors and faders work, and the way back.
 *
 * <pre>{@code
 * MelodyInC melody = MelodyInC.of(space.representation(), windows);
 * List<Frames> changed = melody.back(others);
 * }</pre>
 *
 * @param given as they were
 * @param windows in C major or A minor, or an octave from there; as they were, if not all can be moved
 * @param up semitones that the given ones are above
 */
record MelodyInC(Representation representation, List<Frames> given, List<Frames> windows, int up) {

    private static final int OCTAVE = 12;

    static MelodyInC of(Representation representation, List<Frames> given) {
        int up = KeyEstimation.estimate(representation.join(given).toNoteSequence())
                .map(Key::semitonesToNoSharpsNoFlats)
                .map(semitones -> -semitones)
                .orElse(0);
        int possible = IntStream.of(up, up - OCTAVE, up + OCTAVE)
                .filter(some -> given.stream()
                        .allMatch(window ->
                                representation.transpose(window, -some).isPresent()))
                .findFirst()
                .orElse(0);
        return new MelodyInC(
                representation,
                given,
                given.stream()
                        .map(window ->
                                representation.transpose(window, -possible).orElse(window))
                        .toList(),
                possible);
    }

    /** Windows in place of the given ones, in their key; an octave from there where they would leave the range. */
    List<Frames> back(List<Frames> others) {
        return IntStream.range(0, given.size())
                .mapToObj(i -> others.get(i).equals(windows.get(i)) ? given.get(i) : back(others.get(i), given.get(i)))
                .toList();
    }

    private Frames back(Frames other, Frames instead) {
        return IntStream.of(up, up - OCTAVE, up + OCTAVE)
                .mapToObj(some -> representation.transpose(other, some))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(instead);
    }
}
