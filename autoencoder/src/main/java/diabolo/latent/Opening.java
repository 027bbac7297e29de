package diabolo.latent;

import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.model.Autoencoder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.TokenChoice;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.util.stream.Stream;

/**
 * The beginning of a window, which is given.
 *
 * @param cells of the window, silent after the beginning
 * @param steps of the beginning, fewer than the window's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Opening(Autoencoder network, Representation representation, float[] cells, int steps) {

    /** A piece shorter than a window, as the beginning of one. */
    static Opening of(LatentSpace space, QuantizedSequence piece) {
        int steps = piece.lengthInSteps();
        float[] cells = space.representation()
                .encode(piece.slice(0, space.representation().steps()));
        return new Opening(space.network(), space.representation(), cells, steps);
    }

    /**
     * Windows that begin with it: as a recurrent decoder writes on from it, or as a dense one decodes the rest.
     *
     * @param codes [batch][codeSize]
     * @return [batch][cells], zeros and ones
     */
    float[][] continued(float[][] codes) {
        if (network instanceof RecurrentAutoencoder recurrent && representation instanceof TokenRepresentation tokens) {
            return written(recurrent, tokens, codes, TokenChoice.GREEDY);
        }
        return laidOver(network.decode(codes));
    }

    /** The same with one code by chance, at a temperature above 0. */
    float[] continued(float[] code, double temperature, RandomSource random) {
        float[][] codes = {code};
        if (network instanceof RecurrentAutoencoder recurrent && representation instanceof TokenRepresentation tokens) {
            try (TensorScope _ = TensorScope.open()) { // owns the generator
                return written(recurrent, tokens, codes, TokenChoice.drawn(temperature, random))[0];
            }
        }
        float[] decoded = network.decode(codes)[0];
        return laidOver(new float[][] {Rendering.sounding(decoded, 0.5, temperature, random)})[0];
    }

    private float[][] written(
            RecurrentAutoencoder recurrent, TokenRepresentation tokens, float[][] codes, TokenChoice choice) {
        return recurrent.write(codes, TokenChoice.after(tokens.tokens(cells), steps, choice)).stream()
                .map(tokens::cells)
                .toArray(float[][]::new);
    }

    /** Windows with this laid over their beginnings: zeros and ones. */
    float[][] laidOver(float[][] windows) {
        return Stream.of(windows).map(this::laidOver).toArray(float[][]::new);
    }

    private float[] laidOver(float[] window) {
        float[] laid = new float[window.length];
        for (int cell = 0; cell < laid.length; cell++) {
            boolean sounds = cell < steps * representation.cellsPerStep() ? cells[cell] == 1 : window[cell] > 0.5f;
            laid[cell] = sounds ? 1 : 0;
        }
        return laid;
    }

    /** How well the beginning of a window agrees with this: F1 over the cells, 0 to 1. */
    double agreement(float[] window) {
        int both = 0;
        int either = 0;
        for (int cell = 0; cell < steps * representation.cellsPerStep(); cell++) {
            boolean sounds = window[cell] > 0.5f;
            both += sounds && cells[cell] == 1 ? 2 : 0;
            either += (sounds ? 1 : 0) + (cells[cell] == 1 ? 1 : 0);
        }
        return either == 0 ? 1 : (double) both / either;
    }

    /** What begins at a step of a piece or later, where it stands: before it is silence. */
    static QuantizedSequence notesFrom(int step, QuantizedSequence piece) {
        return piece.withParts(piece.parts().stream()
                .map(part -> new QuantizedPart(
                        part.name(),
                        part.instrument(),
                        part.notes().stream()
                                .filter(note -> note.startStep() >= step)
                                .toList()))
                .toList());
    }
}
