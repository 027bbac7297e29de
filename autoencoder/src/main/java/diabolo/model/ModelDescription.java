package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param format what its frames are of; as many numbers as the spec's frame has. In JSON it is called representation
 * @param corpus what it learned from, as shown to people
 * @param beatsPerMinute the tempo in which its music is written
 * @param provenance versions, seed, hashes: names to text
 * @param missing the names of the weights that the model came without, in order; all of the way from music to a code
 */
public record ModelDescription(
        String name,
        ModelSpec spec,
        @JsonProperty("representation") FrameFormat format,
        String corpus,
        double beatsPerMinute,
        Map<String, String> provenance,
        List<String> missing) {

    public ModelDescription {
        requireNonNull(name, "name");
        requireNonNull(spec, "spec");
        requireNonNull(format, "format");
        requireNonNull(corpus, "corpus");
        provenance = Map.copyOf(provenance);
        missing = List.copyOf(missing);
        require(
                spec.frameSize() == format.frameSize(),
                "the network takes frames of %d cells, the representation gives %d"
                        .formatted(spec.frameSize(), format.frameSize()));
        require(
                spec.decoding() == format.decoding(),
                "the network decodes %s, which are not what the representation %s has"
                        .formatted(spec.decoding().name().toLowerCase(Locale.ROOT), format.title()));
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
        this(name, spec, new FrameFormat.Music(representation), corpus, beatsPerMinute, provenance, List.of());
    }

    /**
     * How music becomes frames.
     *
     * @throws IllegalArgumentException if the model is not of music
     */
    public Representation representation() {
        return switch (format) {
            case FrameFormat.Music(Representation representation) -> representation;
            case FrameFormat.Image _, FrameFormat.Vector _ -> throw notOfMusic();
        };
    }

    /** To be thrown where only a model of music will do. */
    public IllegalArgumentException notOfMusic() {
        return new IllegalArgumentException(
                "%s is a model of %s and not of music; choose one that is, such as ragtime-deephear"
                        .formatted(name, format.title()));
    }

    /** Whether music can be encoded; else the model only makes music of codes. */
    public boolean encodes() {
        return RecurrentSpec.encodesWithout(missing);
    }
}
