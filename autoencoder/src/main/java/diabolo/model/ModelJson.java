package diabolo.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.Trio;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of {@code model.json}: variants are tagged by name. The names are a closed list, so that a file cannot ask for other
 * classes.
 */
final class ModelJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS) // the same model, the same bytes, the same hash
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride( // absent lists are empty, as in older models without missing weights
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride( // absent values are not written, as in older models
                    Optional.class,
                    optional -> optional.setInclude(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT)))
            .addMixIn(ModelSpec.class, Family.class)
            .addMixIn(RecurrentSpec.Decoder.class, DecoderKind.class)
            .addMixIn(Representation.class, RepresentationKind.class)
            .build();

    private ModelJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DenseSpec.class, name = "dense"),
        @JsonSubTypes.Type(value = ConvolutionalSpec.class, name = "convolutional"),
        @JsonSubTypes.Type(value = RecurrentSpec.class, name = "recurrent")
    })
    private interface Family {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RecurrentSpec.Flat.class, name = "flat"),
        @JsonSubTypes.Type(value = RecurrentSpec.Hierarchical.class, name = "hierarchical")
    })
    private interface DecoderKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PianoRoll.class, name = "piano-roll"),
        @JsonSubTypes.Type(value = Melody.class, name = "melody"),
        @JsonSubTypes.Type(value = Drums.class, name = "drums"),
        @JsonSubTypes.Type(value = Trio.class, name = "trio")
    })
    private interface RepresentationKind {}
}
