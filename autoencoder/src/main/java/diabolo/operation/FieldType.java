package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.attribute.Attribute;
import diabolo.latent.Interpolation;
import diabolo.latent.Prior;
import diabolo.search.ConstrainedSearch.Finish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** Reads and writes the values of a kind of field in JSON. */
record FieldType<V>(Reader<V> reader, Function<V, JsonNode> writer) {

    /** Reads a value; sources open what it names. */
    @FunctionalInterface
    interface Reader<V> {
        V read(String name, JsonNode value, Sources sources) throws IOException;
    }

    static final FieldType<Integer> INTEGER =
            plain("a whole number such as 3", JsonNode::isInt, JsonNode::intValue, IntNode::valueOf);
    static final FieldType<Long> SEED = plain(
            "a whole number",
            value -> value.isIntegralNumber() && value.canConvertToLong(),
            JsonNode::longValue,
            LongNode::valueOf);
    static final FieldType<Double> NUMBER =
            plain("a number such as 0.5", JsonNode::isNumber, JsonNode::doubleValue, DoubleNode::valueOf);
    static final FieldType<String> TEXT =
            plain("a text", JsonNode::isString, JsonNode::stringValue, StringNode::valueOf);

    static final FieldType<Interpolation> INTERPOLATION = plain(
            "linear or spherical",
            value -> value.isString() && interpolation(value).isPresent(),
            value -> interpolation(value).orElseThrow(),
            interpolation -> StringNode.valueOf(name(interpolation)));
    static final FieldType<Finish> CORRECT = plain(
            "true or false",
            JsonNode::isBoolean,
            value -> value.booleanValue() ? Finish.CORRECTED : Finish.AS_FOUND,
            finish -> BooleanNode.valueOf(finish == Finish.CORRECTED));
    static final FieldType<MoveAlong.KeyRule> ANY_KEY = plain(
            "true or false",
            JsonNode::isBoolean,
            value -> value.booleanValue() ? MoveAlong.KeyRule.FREE : MoveAlong.KeyRule.KEPT,
            key -> BooleanNode.valueOf(key == MoveAlong.KeyRule.FREE));
    static final FieldType<Prior> PRIOR = new FieldType<>(
            (name, value, sources) -> Prior.parse(TEXT.read(name, value, sources)),
            prior -> StringNode.valueOf(prior.name()));

    static final FieldType<Source> SOURCE = new FieldType<>(SourceJson::source, SourceJson::write);
    static final FieldType<Source.Music> MUSIC = new FieldType<>(SourceJson::music, SourceJson::write);
    static final FieldType<List<Source>> SOURCES =
            list((name, value, sources) -> List.of(SourceJson.source(name, value, sources)));

    /** A name may stand for the codes of several pieces. */
    static final FieldType<List<Source.Codes>> CODES = list(SourceJson::codes);

    static final FieldType<Attribute> ATTRIBUTE = new FieldType<>(
            (name, value, sources) -> sources.attribute(TEXT.read(name, value, sources)),
            attribute -> StringNode.valueOf(attribute.name()));

    V read(String name, JsonNode value, Sources sources) throws IOException {
        return reader.read(name, value, sources);
    }

    JsonNode write(V value) {
        return writer.apply(value);
    }

    private static <V> FieldType<V> plain(
            String rule, Predicate<JsonNode> fits, Function<JsonNode, V> reader, Function<V, JsonNode> writer) {
        return new FieldType<>(
                (name, value, _) -> {
                    require(fits.test(value), rule(name, value, rule));
                    return reader.apply(value);
                },
                writer);
    }

    private static <S extends Source> FieldType<List<S>> list(Reader<List<S>> elements) {
        return new FieldType<>(
                (name, value, sources) -> {
                    require(value.isArray(), rule(name, value, "a list of sources such as [{\"file\": \"rag.mid\"}]"));
                    List<S> all = new ArrayList<>();
                    for (JsonNode element : value) {
                        all.addAll(elements.read(name, element, sources));
                    }
                    return all;
                },
                all -> {
                    ArrayNode array = JsonNodeFactory.instance.arrayNode();
                    all.forEach(source -> array.add(SourceJson.write(source)));
                    return array;
                });
    }

    private static Optional<Interpolation> interpolation(JsonNode value) {
        return List.of(Interpolation.values()).stream()
                .filter(some -> name(some).equals(value.stringValue()))
                .findFirst();
    }

    private static String name(Interpolation interpolation) {
        return interpolation.name().toLowerCase(Locale.ROOT);
    }

    static String rule(String name, JsonNode value, String rule) {
        return "%s must be %s, was %.40s; write it so".formatted(name, rule, value);
    }
}
