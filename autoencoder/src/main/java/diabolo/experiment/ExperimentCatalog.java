package diabolo.experiment;

import diabolo.model.UniqueNames;
import diabolo.note.EditDistance;
import diabolo.note.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The experiments that come with Diabolo, by name, and those in a YAML file of one's own.
 *
 * <pre>{@code
 * ExperimentSpec spec = ExperimentCatalog.find("ragtime-deephear");
 * ExperimentSpec mine = ExperimentCatalog.read(Path.of("mine.yaml"));
 * }</pre>
 *
 * <p>A file holds only what differs from the defaults of its format, see {@link ExperimentSpec}; a name that means nothing is an
 * error that gives the nearest one that does.
 */
public final class ExperimentCatalog {

    private static final List<String> NAMES = List.of(
            "ragtime-deephear",
            "chorales-autobach",
            "chorales-vae",
            "chorales-winner-take-all",
            "digits-vae",
            "digits-winner-take-all",
            "melody-2bar",
            "melody-2bar-low",
            "melody-2bar-3-4",
            "tune-16bar",
            "drums-2bar",
            "drums-2bar-low",
            "melody-16bar",
            "trio-16bar");
    private static final List<String> REFERENCES = List.of(
            "cat-mel_2bar_small",
            "cat-mel_2bar_big",
            "cat-drums_2bar_small",
            "cat-drums_2bar_big",
            "nade-drums_2bar_reduced",
            "flat-mel_16bar",
            "hierdec-mel_16bar",
            "hier-mel_16bar",
            "flat-trio_16bar",
            "hierdec-trio_16bar",
            "hier-trio_16bar");
    private static final long MOST_BYTES = 1 << 18;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(YAMLWriteFeature.USE_NATIVE_TYPE_ID) // a kind is a name like the others, and no tag
            .build();

    private ExperimentCatalog() {}

    /** The names of the experiments that come with Diabolo. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The names of MusicVAE's own configurations, in the sizes of Roberts et al. (2018). They can be trained by name like the
     * others, by who has more than a few cores.
     */
    public static List<String> references() {
        return REFERENCES;
    }

    /**
     * A spec by its name in the catalog, or by the path of a YAML file.
     *
     * @throws IOException if there is none, or the file cannot be understood; the message says why
     */
    public static ExperimentSpec find(String nameOrFile) throws IOException {
        if (NAMES.contains(nameOrFile) || REFERENCES.contains(nameOrFile)) {
            return parse(nameOrFile, resource(nameOrFile));
        }
        if (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml")) {
            return read(Path.of(nameOrFile));
        }
        throw new IOException("There is no experiment called %s; choose one of %s, or name a .yaml file."
                .formatted(nameOrFile, String.join(", ", NAMES)));
    }

    /** A spec from a YAML file. */
    public static ExperimentSpec read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "%s does not exist; name a YAML file, or one of %s.".formatted(file, String.join(", ", NAMES)));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, an experiment has at most %d; is it the right file?"
                    .formatted(file, Files.size(file), MOST_BYTES));
        }
        return parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** The spec as YAML, complete, with the defaults. */
    public static String write(ExperimentSpec spec) {
        return YAML.writeValueAsString(spec);
    }

    /** A spec that comes with Diabolo and leaves nothing to defaults. */
    static ExperimentSpec complete(String name) {
        return YAML.readValue(resource(name), ExperimentSpec.class);
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = ExperimentCatalog.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the catalog lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ExperimentSpec parse(String source, String yaml) throws IOException {
        try {
            JsonNode differences = YAML.readTree(yaml);
            if (!differences.isObject()) {
                throw new IOException(
                        source + " is no list of names and values; write such as `corpus: my-rags`, a line each");
            }
            if (differences.has("representation")) {
                throw new IOException(
                        "%s names its representation, which is called format; write such as `format: {kind: MELODY, bars: 2}`"
                                .formatted(source));
            }
            String kind = differences.path("format").path(Format.KIND).asString("PIANO_ROLL");
            String family = differences.path("network").path(Network.FAMILY).asString("");
            ObjectNode merged = YAML.valueToTree(ExperimentSpec.defaults(kind, family));
            requireFamily(source, merged, differences);
            merge(source, "", merged, (ObjectNode) differences);
            ExperimentSpec spec = YAML.treeToValue(merged, ExperimentSpec.class);
            spec.requireUsable();
            return spec;
        } catch (JacksonException malformed) {
            String reason = UniqueNames.repeated(malformed).orElseGet(() -> reason(malformed));
            throw new IOException("%s cannot be understood: %s".formatted(source, reason), malformed);
        } catch (IllegalArgumentException unusable) {
            throw new IOException("%s cannot be used: %s".formatted(source, unusable.getMessage()), unusable);
        }
    }

    /** The settings of one family mean nothing to another. */
    private static void requireFamily(String source, ObjectNode defaults, JsonNode differences) throws IOException {
        String own = defaults.path("network").path(Network.FAMILY).asString("");
        String given = differences.path("network").path(Network.FAMILY).asString(own);
        if (!given.equals(own)) {
            throw new IOException("%s gives network.family %s, but its format is for a network that is %s."
                    .formatted(source, given, own));
        }
    }

    /** The rule that was broken, without the parser's own trail. */
    private static String reason(JacksonException malformed) {
        if (malformed.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null) {
            return rule.getMessage();
        }
        return switch (malformed) {
            case InvalidFormatException wrong ->
                "%s cannot be '%s'%s"
                        .formatted(
                                pathTo(wrong),
                                Quoted.of(String.valueOf(wrong.getValue())),
                                allowed(wrong.getTargetType()));
            case UnrecognizedPropertyException unknown ->
                "%s is known to no experiment; there may be %s"
                        .formatted(
                                pathTo(unknown),
                                unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case DatabindException wrong ->
                pathTo(wrong) + " has no value, or one of another kind than is wanted there";
            default ->
                place(malformed)
                        + malformed.getOriginalMessage().lines().findFirst().orElse("");
        };
    }

    private static String place(JacksonException malformed) {
        int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
        String path = pathTo(malformed);
        return line > 0 ? "line %d is no YAML: ".formatted(line) : path.isEmpty() ? "" : path + ": ";
    }

    private static String pathTo(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String allowed(Class<?> type) {
        return type.isEnum() ? "; choose one of " + Arrays.toString(type.getEnumConstants()) : "";
    }

    private static void merge(String source, String path, ObjectNode defaults, ObjectNode differences)
            throws IOException {
        for (Map.Entry<String, JsonNode> property : differences.properties()) {
            String name = property.getKey();
            JsonNode known = defaults.get(name);
            if (known == null) {
                throw new IOException("%s has %s%s, which no experiment has; the nearest known name is %s."
                        .formatted(source, path, name, nearest(name, defaults.propertyNames())));
            }
            if (hasNull(property.getValue())) {
                throw new IOException(
                        "%s gives %s%s no value; leave the line out for the default.".formatted(source, path, name));
            }
            if (known.isObject()) {
                if (!property.getValue().isObject()) {
                    throw new IOException("%s gives %s%s a single value; it holds %s."
                            .formatted(source, path, name, String.join(", ", known.propertyNames())));
                }
                merge(source, path + name + ".", (ObjectNode) known, (ObjectNode) property.getValue());
            } else {
                defaults.set(name, property.getValue());
            }
        }
    }

    private static boolean hasNull(JsonNode given) {
        return given.isNull() || given.valueStream().anyMatch(JsonNode::isNull);
    }

    private static String nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> EditDistance.between(name, candidate)))
                .orElseThrow();
    }
}
