package diabolo.latent;

import diabolo.evaluation.Originality;
import diabolo.model.Autoencoder;
import diabolo.model.Sampler;
import diabolo.model.TrainingExamples;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import diabolo.representation.Tokens;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the training example nearest to a window: by cells decoded from the stored codes, or by n-grams. */
final class NearestExample {

    private static final int EXAMPLES_AT_ONCE = 256;

    private final Autoencoder network;
    private final TrainingExamples trainingExamples;
    private final Representation representation;
    private @Nullable Originality originality;

    NearestExample(Autoencoder network, TrainingExamples trainingExamples, Representation representation) {
        this.network = network;
        this.trainingExamples = trainingExamples;
        this.representation = representation;
    }

    /** That of a piece: of n-grams over all windows, of cells that of the most similar window. */
    Provenance.Similarity similarity(List<? extends Frames> windows) {
        List<Tokens> tokens = windows.stream()
                .filter(Tokens.class::isInstance)
                .map(Tokens.class::cast)
                .toList();
        if (!tokens.isEmpty() && !trainingExamples.ngrams().isEmpty()) {
            return trainingExamples
                    .ngrams()
                    .find(representation.lines(), tokens)
                    .map(found -> Provenance.Similarity.ofNgrams(found.share(), found.piece()))
                    .orElse(Provenance.Similarity.UNKNOWN);
        }
        Provenance.Similarity closest = Provenance.Similarity.UNKNOWN;
        for (Frames window : windows) {
            Provenance.Similarity similarity = similarityOfCells(window);
            closest = similarity.isMoreThan(closest) ? similarity : closest;
        }
        return closest;
    }

    private Provenance.Similarity similarityOfCells(Frames window) {
        if (trainingExamples.codes().length == 0) {
            return Provenance.Similarity.OF_NO_MEMORY;
        }
        Originality.Closest closest = originality().closest(window);
        if (closest.index() < 0) {
            return Provenance.Similarity.UNKNOWN;
        }
        TrainingExamples.Place place = trainingExamples.places().get(closest.index());
        int beat = place.firstStep() / representation.grid().stepsPerBeat() + 1; // its bars are not stored
        return Provenance.Similarity.ofCells(closest.similarity(), place.piece(), beat);
    }

    private synchronized Originality originality() {
        if (originality == null) {
            originality = Originality.against(
                    representation,
                    Stream.of(trainingExamples.codes())
                            .gather(Gatherers.windowFixed(EXAMPLES_AT_ONCE))
                            .flatMap(some -> network.decode(some.toArray(float[][]::new), Sampler.LIKELIEST).stream()));
        }
        return originality;
    }

    List<Frames> windows(Sampler sampler) {
        return network.decode(trainingExamples.codes(), sampler);
    }
}
