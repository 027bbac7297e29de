package diabolo.report;

import diabolo.attribute.AttributeLearning;
import diabolo.attribute.AttributeVector;
import diabolo.corpus.Corpus;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directions of attributes in a latent space.
 *
 * @param quartiles the mean code of the quarter of the music with most of an attribute less that of the quarter with least
 *     (Roberts et al. 2018)
 * @param isolated learned from decoded codes, so that each changes the other attributes least
 */
record AttributeVectors(Map<Descriptor, float[]> quartiles, Map<Descriptor, float[]> isolated) {

    static AttributeVectors learn(LatentSpace space, Findings findings) {
        Corpus training = training(findings.music());
        AttributeLearning learning = new AttributeLearning(space);
        Map<Descriptor, float[]> quartiles = new EnumMap<>(Descriptor.class);
        for (Descriptor descriptor : Descriptor.values()) {
            quartiles.put(descriptor, learning.learn(descriptor, training).direction());
        }
        findings.progress("Isolating attribute vectors");
        Map<Descriptor, float[]> isolated = new EnumMap<>(Descriptor.class);
        for (AttributeVector vector : learning.learnIsolated(training, findings.random("isolated"), done -> {})) {
            isolated.put(Descriptor.named(vector.name()), vector.direction());
        }
        return new AttributeVectors(quartiles, isolated);
    }

    /** The training part of the corpus. */
    static Corpus training(Music music) {
        Corpus all = music.corpus();
        Set<String> learned = music.pieces().training();
        return new Corpus(
                all.spec(),
                all.pieces().stream()
                        .filter(piece -> learned.contains(piece.name()))
                        .toList(),
                all.windowsOf(learned),
                List.of());
    }
}
