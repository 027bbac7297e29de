package diabolo.latent;

import diabolo.model.Autoencoder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.note.Pitch;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;

/**
 * A code decoded so that notes, key and what is forbidden are met, whatever the code says. Of a roll, cells are set and cleared
 * after decoding. A recurrent decoder chooses among allowed tokens and hears what it chose, so that the rest goes with them.
 */
record Correction(Autoencoder network, WindowGoal goal) {

    /** The window, zeros and ones. */
    float[] decode(float[] code) {
        float[][] codes = {code};
        return switch (goal.representation()) {
            case PianoRoll roll -> corrected(roll, network.decode(codes)[0]);
            case TokenRepresentation tokens ->
                network instanceof RecurrentAutoencoder recurrent
                        ? tokens.cells(recurrent
                                .write(codes, TokenChoice.likeliestOf(new AllowedTokens(goal, tokens).table()))
                                .getFirst())
                        : network.decode(codes)[0];
        };
    }

    private float[] corrected(PianoRoll roll, float[] decoded) {
        float[] cells = goal.sketch()
                .map(notes -> new LaidOver(goal, notes).over(decoded))
                .orElseGet(decoded::clone);
        for (int cell = 0; cell < cells.length; cell++) {
            Pitch pitch = Pitch.of(roll.lowestPitch() + cell % roll.pitches());
            boolean inKey = goal.key().map(key -> key.contains(pitch)).orElse(true);
            cells[cell] = inKey && cells[cell] > 0.5f ? 1 : 0;
        }
        for (Heard.Note note : goal.forbidden()) {
            for (int step = note.start(); step < note.end(); step++) {
                cells[roll.index(step, Pitch.of(note.voice()))] = 0;
            }
        }
        goal.melody().ifPresent(mask -> {
            mask.blocked().stream().forEach(cell -> cells[cell] = 0);
            mask.melody().stream().forEach(cell -> cells[cell] = 1);
        });
        return cells;
    }
}
