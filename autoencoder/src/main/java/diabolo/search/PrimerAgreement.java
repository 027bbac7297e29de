package diabolo.search;

import diabolo.descriptor.Descriptor;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.LatentSpace;
import diabolo.model.Sampler;
import diabolo.note.Key;
import diabolo.representation.Frames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a continuation shall be: that of a window which the code by itself begins as the piece does, as dense as the piece, in its
 * key and its register, and no copy of what was learned.
 *
 * @param key of the piece; absent for drums
 * @param density of the piece, in onsets a step
 * @param meanPitch of the tones of the piece, as MIDI counts; absent where there are none
 */
record PrimerAgreement(LatentSpace space, Primer primer, Optional<Key> key, double density, OptionalDouble meanPitch) {

    static PrimerAgreement of(LatentSpace space, QuantizedSequence piece, Optional<Key> key, Primer primer) {
        return new PrimerAgreement(
                space, primer, key, Descriptor.NOTE_DENSITY.of(piece), meanPitch(SoundingNotes.notes(piece)));
    }

    /** So many semitones a continuation may lie higher or lower on average, and counts as in the same register. */
    private static final double REGISTER = 5;

    private static final double OCTAVE = 12;

    /** A continuation may have so many times the onsets of the piece, or as many times fewer, and counts as dense as it. */
    private static final double ALIKE = 1.4;

    /** So much of the closest learned music may stand in it without being held against it. */
    private static final double OWN = 0.6;

    /** How far each of some codes is from it: 0 where everything is met, and at most 1 for each wish. */
    double[] violations(float[][] codes) {
        List<Frames> alone = space.network().decode(codes, Sampler.LIKELIEST);
        List<Frames> continued = primer.continued(codes, Sampler.LIKELIEST);
        double[] violations = new double[codes.length];
        for (int i = 0; i < violations.length; i++) {
            violations[i] = 1 - primer.agreement(alone.get(i)) + violation(continued.get(i));
        }
        return violations;
    }

    /** That of a window, by what follows the opening. */
    double violation(Frames window) {
        QuantizedSequence added =
                Primer.notesFrom(primer.steps(), space.representation().decode(window));
        List<SoundingNotes.Note> notes = SoundingNotes.notes(added);
        if (notes.isEmpty()) {
            return 4;
        }
        double outOfKey = key.map(
                        wanted -> 1 - WindowConstraints.inKey(wanted, notes).share())
                .orElse(0.0);
        return outOfKey + densityViolation(density(added)) + registerMiss(notes) + copied(added);
    }

    private double registerMiss(List<SoundingNotes.Note> notes) {
        OptionalDouble mean = meanPitch(notes);
        if (mean.isEmpty() || meanPitch.isEmpty()) {
            return 0;
        }
        double apart = Math.abs(mean.getAsDouble() - meanPitch.getAsDouble());
        return Math.clamp((apart - REGISTER) / OCTAVE, 0, 1);
    }

    private static OptionalDouble meanPitch(List<SoundingNotes.Note> notes) {
        return notes.stream()
                .filter(note -> !note.isDrum())
                .mapToInt(SoundingNotes.Note::voice)
                .average();
    }

    private double densityViolation(double added) {
        double ratio = Math.max(added, density) / Math.min(added, density);
        return ratio <= ALIKE ? 0 : 1 - ALIKE / ratio;
    }

    /** Onsets a step of what follows. */
    private double density(QuantizedSequence added) {
        int steps = primer.steps();
        return Descriptor.NOTE_DENSITY.of(added.slice(steps, added.lengthInSteps() - steps));
    }

    /** It is compared where it stands in the window, as a copy would. */
    private double copied(QuantizedSequence added) {
        return Math.max(0, space.similarity(added).similarity() - OWN) / (1 - OWN);
    }
}
