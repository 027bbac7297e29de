package diabolo.model;

import static diabolo.note.Checks.require;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import diabolo.note.Quoted;
import diabolo.representation.Representation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A trained model's spec and origin: {@code model.json} in its folder.
 *
 * <pre>{@code
 * new ModelDescription("ragtime-deephear", DenseSpec.DEEP_HEAR, PianoRoll.DEEPHEAR, "ragtime-mutopia", 100, Map.of());
 * }</pre>
 *
 * @param name content, length and size: {@code ragtime-deephear}
 * @param format of its frames, of the spec's frame size; {@code representation} in JSON
 * @param corpus of its training, as shown to people
 * @param beatsPerMinute the tempo of its music
 * @param provenance versions, seed, hashes: names to text
 * @param missing the names of encoder weights that an imported model lacks, in order
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
        require(
                isName(name),
                "'%s' is no model's name, which has letters, digits, - and _; take the model again from where it came"
                        .formatted(Quoted.of(name)));
        requireNonNull(spec, "spec");
        requireNonNull(format, "format");
        requireNonNull(corpus, "corpus");
        provenance = Map.copyOf(provenance);
        missing = List.copyOf(missing);
        require(
                spec.frameSize() == format.frameSize(),
                "the network takes frames of %d cells, the representation has %d"
                        .formatted(spec.frameSize(), format.frameSize()));
        require(
                spec.decoding() == format.decoding(),
                "the network decodes %s, which are not what the representation %s has"
                        .formatted(spec.decoding().name().toLowerCase(Locale.ROOT), format.title()));
        require(
                !(spec instanceof ConvolutionalSpec plane) || plane.isPlaneOf(format),
                "the network %s has another plane than %s; take the model again from where it came"
                        .formatted(spec.shape(), format.title()));
        require(
                beatsPerMinute >= 1 && beatsPerMinute <= 1000,
                "beatsPerMinute must be 1 to 1000, was " + beatsPerMinute);
        Set<String> encoder = missing.isEmpty() ? Set.of() : Set.copyOf(spec.encoderWeights());
        missing.forEach(weight -> require(
                encoder.contains(weight),
                "only weights of an encoder may be missing, and %s is none; take the model again as a whole"
                        .formatted(Quoted.of(weight))));
    }

    /** Whether a model may be called so: files are named after it. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    }

    /** A complete model of music. */
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

    /** To be thrown where a model of music is needed. */
    public IllegalArgumentException notOfMusic() {
        return new IllegalArgumentException(
                "%s is a model of %s and not of music; choose one that is, such as ragtime-deephear"
                        .formatted(name, format.title()));
    }

    /** Whether it can encode; else it only decodes. */
    public boolean encodes() {
        return RecurrentSpec.encodesWithout(missing);
    }
}
