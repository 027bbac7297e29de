package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.model.UniqueNames;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Operations in JSON: for files, routes and queues.
 *
 * <pre>{@code
 * {"operation": "vary", "piece": {"file": "rag.mid", "bars": "1-4"}, "distance": 0.5, "count": 3, "seed": 7}
 * }</pre>
 *
 * <p>Music is given by name, which {@link Sources} opens; codes by name or inline, {@code {"codes": [[0, 1]]}}, beside the fields of
 * their header. Absent fields have the defaults of {@code diabolo VERB}; unknown fields are refused.
 */
public final class OperationJson {

    private static final int MOST_CHARACTERS = 64 << 20;
    private static final JsonMapper JSON = UniqueNames.JSON;

    private OperationJson() {}

    /** An operation in JSON, without a final line break. */
    public static String write(Operation operation) {
        ObjectNode json = JSON.createObjectNode();
        OperationFormat.write(operation, json);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /**
     * Reads what {@link #write} or a person wrote.
     *
     * @throws IllegalArgumentException if that is no operation; the message names the field and what it may be
     * @throws IllegalArgumentException if it is no operation; the message names the field and its rule
     */
    public static Operation read(String json, Sources sources) throws IOException {
        require(
                json.length() <= MOST_CHARACTERS,
                "an operation has at most %d characters of JSON, was given %d; name files in it rather than codes"
                        .formatted(MOST_CHARACTERS, json.length()));
        try {
            return read(JSON.readTree(json), sources);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException(
                    UniqueNames.repeated(malformed)
                            .map("in the JSON of the operation "::concat)
                            .orElse(foreign()),
                    malformed);
        }
    }

    /** The same for parsed JSON. */
    public static Operation read(JsonNode json, Sources sources) throws IOException {
        if (json instanceof ObjectNode object && isOne(json)) {
            return OperationFormat.read(object, sources);
        }
        throw new IllegalArgumentException(foreign());
    }

    /** Whether JSON names an operation. */
    public static boolean isOne(JsonNode json) {
        return json.path("operation").isString();
    }

    private static String foreign() {
        return "an operation is a JSON object that names it, as {\"operation\": \"vary\", \"piece\": {\"file\": \"rag.mid\"}}";
    }
}
