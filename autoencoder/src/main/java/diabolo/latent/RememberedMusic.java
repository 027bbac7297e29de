package diabolo.latent;

import diabolo.evaluation.Originality;
import diabolo.model.Autoencoder;
import diabolo.model.Memory;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import org.jspecify.annotations.Nullable;

/** The music that a model learned from, as it remembers it: decoded from codes where it is needed, or phrases. */
final class RememberedMusic {

    private final Autoencoder network;
    private final Memory memory;
    private final Representation representation;
    private @Nullable Originality originality;
    private float @Nullable [][] windows;

    RememberedMusic(Autoencoder network, Memory memory, Representation representation) {
        this.network = network;
        this.memory = memory;
        this.representation = representation;
    }

    /** See {@link LatentSpace#closeness}. */
    Provenance.Closeness closeness(float[] cells) {
        if (representation instanceof TokenRepresentation tokens
                && !memory.phrases().isEmpty()) {
            return memory.phrases()
                    .find(tokens.alphabets(), tokens.tokens(cells))
                    .map(found -> Provenance.Closeness.ofPhrases(found.share(), found.piece()))
                    .orElse(Provenance.Closeness.UNKNOWN);
        }
        if (memory.codes().length == 0) {
            return Provenance.Closeness.OF_NO_MEMORY;
        }
        Originality.Closest closest = originality().closest(cells);
        if (closest.index() < 0) {
            return Provenance.Closeness.UNKNOWN;
        }
        Memory.Place place = memory.places().get(closest.index());
        int beat = place.firstStep() / representation.grid().stepsPerBeat() + 1; // its bars are not remembered
        return Provenance.Closeness.ofCells(closest.similarity(), place.piece(), beat);
    }

    private synchronized Originality originality() {
        if (originality == null) {
            originality = Originality.against(windows());
        }
        return originality;
    }

    /** In probabilities: [windows][cells]. */
    synchronized float[][] windows() {
        if (windows == null) {
            windows = network.decode(memory.codes());
        }
        return windows;
    }
}
