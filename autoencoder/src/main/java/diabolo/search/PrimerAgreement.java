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
 * The objective of a continuation: the code decodes to the primer even without it, and the continuation has the density, key and
 * register of the piece and is no copy of the training music.
 *
 * @param key of the piece; absent for drums
 * @param density of the piece, in onsets per step
 * @param meanPitch of the piece, in MIDI pitches; absent for drums
 */
record PrimerAgreement(LatentSpace space, Primer primer, Optional<Key> key, double density, OptionalDouble meanPitch) {

    static PrimerAgreement of(LatentSpace space, QuantizedSequence piece, Optional<Key> key, Primer primer) {
        return new PrimerAgreement(
                space, primer, key, Descriptor.NOTE_DENSITY.of(piece), meanPitch(SoundingNotes.notes(piece)));
    }

    /** Semitones by which the mean pitch may differ. */
    private static final double REGISTER = 5;

    private static final double OCTAVE = 12;

    /** The factor by which the density may differ. */
    private static final double ALIKE = 1.4;

    /** The similarity to the training music that is free of violation. */
    private static final double OWN = 0.6;

    /** The violation of each code: 0 where everything is met, at most 1 for each criterion. */
    double[] violations(float[][] codes) {
        List<Frames> alone = space.network().decode(codes, Sampler.LIKELIEST);
        List<Frames> continued = primer.continued(codes, Sampler.LIKELIEST);
        double[] violations = new double[codes.length];
        for (int i = 0; i < violations.length; i++) {
            violations[i] = 1 - primer.agreement(alone.get(i)) + violation(continued.get(i));
        }
        return violations;
    }

    /** The violation of a window, after the primer. */
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
        return outOfKey + densityViolation(density(added)) + registerViolation(notes) + copied(added);
    }

    private double registerViolation(List<SoundingNotes.Note> notes) {
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

    /** Onsets per step of the continuation. */
    private double density(QuantizedSequence added) {
        int steps = primer.steps();
        return Descriptor.NOTE_DENSITY.of(added.slice(steps, added.lengthInSteps() - steps));
    }

    /** Compared at its place in the window, as a copy would be. */
    private double copied(QuantizedSequence added) {
        return Math.max(0, space.similarity(added).similarity() - OWN) / (1 - OWN);
    }
}
