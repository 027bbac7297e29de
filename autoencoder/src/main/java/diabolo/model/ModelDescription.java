package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import diabolo.representation.Representation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a trained model is and where it comes from: {@code model.json} in its folder.
 *
 * <pre>{@code
 * new ModelDescription("ragtime-deephear", DenseSpec.DEEP_HEAR, PianoRoll.DEEPHEAR, "ragtime-mutopia", 100, Map.of());
 * }</pre>
 *
 * @param name content, length and size: {@code ragtime-deephear}
 * @param representation how music becomes its frames; as many cells as the spec's frame
 * @param corpus what it learned from, as shown to people
 * @param beatsPerMinute the tempo in which its music is written
 * @param provenance versions, seed, hashes: names to text
 * @param missing the names of the weights that the model came without, in order; all of the way from music to a code
 */
public record ModelDescription(
        String name,
        ModelSpec spec,
        Representation representation,
        String corpus,
        double beatsPerMinute,
        Map<String, String> provenance,
        List<String> missing) {

    public ModelDescription {
        requireNonNull(name, "name");
        requireNonNull(spec, "spec");
        requireNonNull(representation, "representation");
        requireNonNull(corpus, "corpus");
        provenance = Map.copyOf(provenance);
        missing = List.copyOf(missing);
        require(
                spec.frameSize() == representation.cells(),
                "the network takes frames of %d cells, the representation gives %d"
                        .formatted(spec.frameSize(), representation.cells()));
        require(
                spec.decoding() == Decoding.of(representation),
                "the network decodes %s, which are not what the representation %s has"
                        .formatted(spec.decoding().name().toLowerCase(Locale.ROOT), representation.name()));
        require(
                beatsPerMinute >= 1 && beatsPerMinute <= 1000,
                "beatsPerMinute must be 1 to 1000, was " + beatsPerMinute);
        missing.forEach(weight -> require(
                spec.encoderWeights().contains(weight),
                "only weights of an encoder may be missing, and %s is none; take the model again as a whole"
                        .formatted(weight)));
    }

    /** Of a model that is whole. */
    public ModelDescription(
            String name,
            ModelSpec spec,
            Representation representation,
            String corpus,
            double beatsPerMinute,
            Map<String, String> provenance) {
        this(name, spec, representation, corpus, beatsPerMinute, provenance, List.of());
    }

    /** Whether music can be encoded; else the model only makes music of codes. */
    public boolean encodes() {
        return RecurrentSpec.encodesWithout(missing);
    }
}
