package diabolo.operation;

import static diabolo.note.Checks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an operation in JSON. Each is asked for by its name; those that nobody asked for are refused in the end.
 *
 * <pre>{@code
 * int count = fields.integer("count", 9);
 * fields.requireNoOthers(); // vary has no field 'cuont'; it has operation, piece, count, ...
 * }</pre>
 */
final class Fields {

    private final String operation;
    private final ObjectNode json;
    private final Sources sources;
    private final Set<String> asked = new LinkedHashSet<>(Set.of("operation"));

    Fields(String operation, ObjectNode json, Sources sources) {
        this.operation = operation;
        this.json = json;
        this.sources = sources;
    }

    int integer(String name, int otherwise) {
        return get(name)
                .map(value -> {
                    require(value.isInt(), rule(name, value, "a whole number such as 3"));
                    return value.intValue();
                })
                .orElse(otherwise);
    }

    long seed() {
        return get("seed")
                .map(value -> {
                    require(
                            value.isIntegralNumber() && value.canConvertToLong(),
                            rule("seed", value, "a whole number"));
                    return value.longValue();
                })
                .orElse(Decoding.DEFAULT.seed());
    }

    double number(String name, double otherwise) {
        return number(name).orElse(otherwise);
    }

    Optional<Double> number(String name) {
        return get(name).map(value -> {
            require(value.isNumber(), rule(name, value, "a number such as 0.5"));
            return value.doubleValue();
        });
    }

    boolean isTrue(String name) {
        return get(name)
                .map(value -> {
                    require(value.isBoolean(), rule(name, value, "true or false"));
                    return value.booleanValue();
                })
                .orElse(false);
    }

    Optional<String> text(String name) {
        return get(name).map(value -> {
            require(value.isString(), rule(name, value, "a text"));
            return value.stringValue();
        });
    }

    /** One of an enumeration's names, in small letters. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        E[] choices = otherwise.getDeclaringClass().getEnumConstants();
        return get(name)
                .map(value -> Stream.of(choices)
                        .filter(choice -> value.isString() && nameOf(choice).equals(value.stringValue()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(rule(
                                name,
                                value,
                                Stream.of(choices).map(Fields::nameOf).collect(Collectors.joining(" or "))))))
                .orElse(otherwise);
    }

    private static String nameOf(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    Source source(String name) throws IOException {
        return SourceJson.source(name, required(name), sources);
    }

    Source.Music music(String name) throws IOException {
        return SourceJson.music(name, required(name), sources);
    }

    Optional<Source.Music> optionalMusic(String name) throws IOException {
        return get(name).isPresent() ? Optional.of(music(name)) : Optional.empty();
    }

    List<Source> sources(String name) throws IOException {
        List<Source> all = new ArrayList<>();
        for (JsonNode one : list(name)) {
            all.add(SourceJson.source(name, one, sources));
        }
        return all;
    }

    /** Codes of pieces, of which a name may stand for several. */
    List<Source.Codes> codes(String name) throws IOException {
        List<Source.Codes> all = new ArrayList<>();
        for (JsonNode one : list(name)) {
            all.addAll(SourceJson.codes(name, one, sources));
        }
        return all;
    }

    Attribute attribute(String name) throws IOException {
        required(name);
        return sources.attribute(text(name).orElseThrow());
    }

    private Iterable<JsonNode> list(String name) {
        JsonNode value = required(name);
        require(value.isArray(), rule(name, value, "a list of sources such as [{\"file\": \"rag.mid\"}]"));
        return value;
    }

    private JsonNode required(String name) {
        return get(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s needs the field '%s', which is missing; name it".formatted(operation, name)));
    }

    private Optional<JsonNode> get(String name) {
        asked.add(name);
        return Optional.ofNullable(json.get(name));
    }

    /** Refuses fields that are none of the operation's. */
    void requireNoOthers() {
        json.propertyNames()
                .forEach(name -> require(
                        asked.contains(name),
                        "%s has no field '%.40s'; it has %s".formatted(operation, name, String.join(", ", asked))));
    }

    static String rule(String name, JsonNode value, String rule) {
        return "%s must be %s, was %.40s; write it so".formatted(name, rule, value);
    }
}
