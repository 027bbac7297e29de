package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.latent.PieceHeader;
import diabolo.latent.Signatures;
import diabolo.note.Tempo;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes and their headers in JSON: vectors, and beside them {@code beatsPerMinute}, {@code meters} and {@code keys}. */
final class CodesJson {

    /** Codes lie within some tens of 0; far beyond, a model's output no longer changes. */
    private static final double MOST_NUMBER = 1000;

    private CodesJson() {}

    /**
     * A vector.
     *
     * @param place for messages, such as a file
     * @param vector an array
     * @throws IOException if it holds anything but numbers
     */
    static float[] numbers(String place, JsonNode vector) throws IOException {
        float[] numbers = new float[vector.size()];
        for (int unit = 0; unit < numbers.length; unit++) {
            JsonNode number = vector.get(unit);
            if (!number.isNumber() || !(Math.abs(number.doubleValue()) <= MOST_NUMBER)) { // nor NaN
                throw new IOException("%s has %.40s in a vector; write a number from -1000 to 1000 in its place."
                        .formatted(place, number.isNumber() ? number.numberValue() : number));
            }
            numbers[unit] = (float) number.doubleValue();
        }
        return numbers;
    }

    /**
     * Reads the header among the fields of an object.
     *
     * @throws IOException if it is none
     */
    static PieceHeader header(String place, JsonNode fields) throws IOException {
        try {
            Optional<Tempo> tempo = Optional.empty();
            if (fields.has("beatsPerMinute")) {
                JsonNode value = fields.path("beatsPerMinute");
                require(value.isNumber(), "beatsPerMinute must be a number, was %.40s".formatted(value));
                tempo = Optional.of(new Tempo(value.doubleValue()));
            }
            return new PieceHeader(tempo, new Signatures(changes(fields, "meters"), changes(fields, "keys")));
        } catch (IllegalArgumentException none) {
            throw new IOException("%s: %s.".formatted(place, none.getMessage()), none);
        }
    }

    private static Map<Integer, String> changes(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        String rule = "%s must be text by steps, as {\"0\": \"%s\"}, "
                .formatted(name, "meters".equals(name) ? "3/4" : "G major");
        require(value.isMissingNode() || value.isObject(), rule + "was %.40s".formatted(value));
        Map<Integer, String> changes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> change : value.properties()) {
            require(
                    change.getKey().matches("[0-9]{1,9}") && change.getValue().isString(),
                    rule + "had %.40s: %.40s".formatted(change.getKey(), change.getValue()));
            changes.put(Integer.valueOf(change.getKey()), change.getValue().stringValue());
        }
        return changes;
    }

    /** Writes a header among the fields of an object, without what is absent. */
    static void write(PieceHeader header, ObjectNode fields) {
        header.tempo().ifPresent(tempo -> fields.put("beatsPerMinute", tempo.beatsPerMinute()));
        write("meters", header.signatures().meters(), fields);
        write("keys", header.signatures().keys(), fields);
    }

    private static void write(String name, Map<Integer, String> changes, ObjectNode fields) {
        if (!changes.isEmpty()) {
            ObjectNode byStep = fields.putObject(name);
            changes.forEach((step, signature) -> byStep.put(String.valueOf(step), signature));
        }
    }

    static void write(float[][] codes, ArrayNode vectors) {
        for (float[] code : codes) {
            ArrayNode vector = vectors.addArray();
            for (float number : code) {
                vector.add(number);
            }
        }
    }
}
