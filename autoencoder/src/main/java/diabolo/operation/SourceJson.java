package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.grid.BarLines;
import diabolo.note.Beat;
import diabolo.note.Meter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sources in JSON: a name, alone or with bars as {@code {"file": "rag.mid", "bars": "5-8"}}, or inline codes. */
final class SourceJson {

    private static final Set<String> OF_FILES = Set.of("file", "bars", "meter", "beatOffset");
    private static final Set<String> OF_CODES =
            Set.of("name", "modelHash", "beatsPerMinute", "meters", "keys", "codes");

    private SourceJson() {}

    static Source source(String field, JsonNode json, Sources sources) throws IOException {
        return json.path("codes").isMissingNode()
                ? sources.source(file(field, json), selection(field, json))
                : inline(field, json);
    }

    static Source.Music music(String field, JsonNode json, Sources sources) throws IOException {
        return sources.music(file(field, json), selection(field, json));
    }

    /** The codes of a name, which may be of several pieces. */
    static List<Source.Codes> codes(String field, JsonNode json, Sources sources) throws IOException {
        if (!json.path("codes").isMissingNode()) {
            return List.of(inline(field, json));
        }
        require(
                selection(field, json).equals(Selection.ALL),
                "%s holds codes, which have no bars; leave these out".formatted(field));
        return sources.codes(file(field, json));
    }

    private static String file(String field, JsonNode json) {
        if (json.isString()) {
            return json.stringValue();
        }
        require(json.path("file").isString(), rule(field, json));
        requireOnly(field, json, OF_FILES);
        return json.path("file").stringValue();
    }

    private static Selection selection(String field, JsonNode json) {
        Beat offset = text(field, json, "beatOffset", "1/2").map(Beat::parse).orElse(Beat.ZERO);
        return new Selection(
                text(field, json, "bars", "5-8").map(Bars::parse),
                text(field, json, "meter", "4/4").map(meter -> new BarLines(Meter.parse(meter), offset)));
    }

    private static Optional<String> text(String field, JsonNode json, String name, String example) {
        JsonNode text = json.path(name);
        require(
                text.isMissingNode() || text.isString(),
                FieldType.rule("%s of %s".formatted(name, field), text, "a text such as \"%s\"".formatted(example)));
        return text.stringValueOpt();
    }

    private static Source.Codes inline(String field, JsonNode json) throws IOException {
        requireOnly(field, json, OF_CODES);
        require(json.path("codes").isArray(), rule(field, json));
        List<float[]> vectors = new ArrayList<>();
        for (JsonNode vector : json.path("codes")) {
            require(vector.isArray(), rule(field, json));
            vectors.add(CodesJson.numbers(field, vector));
        }
        return new Source.Codes(
                json.path("name").asString("codes"),
                vectors.toArray(float[][]::new),
                CodesJson.header(field, json),
                json.path("modelHash").stringValueOpt());
    }

    static ObjectNode write(Source source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (source) {
            case Source.Music music -> {
                json.put("file", music.name());
                music.bars().ifPresent(bars -> json.put("bars", bars.toString()));
                music.selection().barLines().ifPresent(lines -> {
                    json.put("meter", lines.meter().toString());
                    json.put("beatOffset", lines.offset().toString());
                });
            }
            case Source.Picture picture -> json.put("file", picture.name());
            case Source.Codes known -> {
                json.put("name", known.name());
                known.modelHash().ifPresent(hash -> json.put("modelHash", hash));
                CodesJson.write(known.header(), json);
                CodesJson.write(known.codes(), json.putArray("codes"));
            }
        }
        return json;
    }

    private static void requireOnly(String field, JsonNode json, Set<String> known) {
        json.propertyNames()
                .forEach(name -> require(
                        known.contains(name),
                        "%s has no field '%.40s'; it has %s"
                                .formatted(
                                        field,
                                        name,
                                        String.join(
                                                ", ", known.stream().sorted().toList()))));
    }

    private static String rule(String field, JsonNode json) {
        return "%s must be a source such as {\"file\": \"rag.mid\", \"bars\": \"5-8\"} or {\"codes\": [[0, 1]]}, was %.40s; write it so"
                .formatted(field, json);
    }
}
