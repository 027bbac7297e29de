package diabolo.search;

import diabolo.model.Autoencoder;
import diabolo.model.Sampler;
import diabolo.note.Pitch;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;
import java.util.BitSet;

/**
 * Decodes a code so that given notes, forbidden notes and key are met. Cells of a piano roll are set and cleared after decoding;
 * a token decoder samples under a mask, so that later tokens are conditioned on the constrained ones.
 */
record ConstrainedDecoder(Autoencoder network, WindowConstraints constraints) {

    Frames decode(float[] code) {
        return switch (constraints.representation()) {
            case PianoRoll roll -> corrected(roll, decoded(code, Sampler.LIKELIEST));
            case TokenRepresentation tokens ->
                decoded(code, new Sampler.Allowed(new AllowedTokens(constraints, tokens).table(), Sampler.LIKELIEST));
        };
    }

    private Frames decoded(float[] code, Sampler sampler) {
        return network.decode(new float[][] {code}, sampler).getFirst();
    }

    private Frames corrected(PianoRoll roll, Frames decoded) {
        BitSet cells = roll.sounding(constraints
                .sketch()
                .<Frames>map(notes -> roll.overlay(notes, decoded))
                .orElse(decoded));
        constraints.key().ifPresent(key -> {
            for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
                cells.set(cell, key.contains(Pitch.of(roll.lowestPitch() + cell % roll.pitches())));
            }
        });
        for (SoundingNotes.Note note : constraints.forbidden()) {
            for (int step = note.start(); step < note.end(); step++) {
                cells.clear(roll.index(step, Pitch.of(note.voice())));
            }
        }
        constraints.melody().ifPresent(mask -> {
            cells.andNot(mask.blocked());
            cells.or(mask.melody());
        });
        return roll.ofSounding(cells);
    }
}
