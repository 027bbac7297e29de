package diabolo.harmony;

import diabolo.file.AtomicFile;
import diabolo.model.UniqueNames;
import diabolo.note.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link ChordModel} as JSON: weights, and counts that are not zero, by the names of what was counted. */
final class ChordModelJson {

    private static final String FORMAT = "diabolo-chords-1";
    private static final long MOST_BYTES = 8 << 20;

    private static final List<String> CHORDS = IntStream.range(0, ChordState.COUNT)
            .mapToObj(state -> ChordState.at(state).name())
            .toList();
    private static final List<String> MODES = names(Key.Mode.values());
    private static final List<String> POSITIONS = names(SlotPosition.values());

    private ChordModelJson() {}

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** A table of counts with the names of its rows and columns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Table(String name, double[][] values, List<String> rows, List<String> columns) {}

    private static List<Table> tables(ChordCounts counts) {
        List<Table> tables = new ArrayList<>(List.of(
                new Table("slots", counts.slots(), List.of("all"), CHORDS),
                new Table("first-chords", counts.initial(), MODES, CHORDS),
                new Table("last-chords", counts.last(), MODES, CHORDS),
                new Table("held", counts.stays(), POSITIONS, CHORDS),
                new Table("left", counts.leaves(), POSITIONS, CHORDS),
                new Table("begun", counts.targets(), POSITIONS, CHORDS)));
        for (int mode = 0; mode < MODES.size(); mode++) {
            tables.add(new Table("changes-in-" + MODES.get(mode), counts.changes()[mode], CHORDS, CHORDS));
        }
        return tables;
    }

    static void write(ChordRegression regression, ChordCounts counts, ChordSettings settings, Path file)
            throws IOException {
        ObjectNode json = UniqueNames.JSON.createObjectNode();
        json.put("format", FORMAT);
        json.set("settings", UniqueNames.JSON.valueToTree(settings));
        StringBuilder text = new StringBuilder("{\n");
        json.properties().forEach(entry -> text.append(line(entry)));
        text.append("\"weights\": {\n").append(weights(regression)).append("},\n");
        for (Table table : tables(counts)) {
            text.append('"').append(table.name()).append("\": {\n");
            text.append(rows(table)).append("},\n");
        }
        text.setLength(text.length() - 2);
        AtomicFile.write(file, text.append("\n}\n").toString());
    }

    private static String line(Map.Entry<String, JsonNode> entry) {
        return '"' + entry.getKey() + "\": " + entry.getValue() + ",\n";
    }

    /** A chord to a line, without those that are not learned. */
    private static String weights(ChordRegression regression) {
        return IntStream.range(0, ChordState.COUNT)
                .filter(state -> regression.weights()[state].length > 0)
                .mapToObj(state -> '"' + CHORDS.get(state) + "\": "
                        + UniqueNames.JSON.writeValueAsString(regression.weights()[state]))
                .collect(Collectors.joining(",\n", "", "\n"));
    }

    /** A row to a line, without zeros. */
    private static String rows(Table table) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < table.values().length; row++) {
            ObjectNode cells = UniqueNames.JSON.createObjectNode();
            for (int column = 0; column < table.values()[row].length; column++) {
                double value = Math.round(table.values()[row][column] * 100) / 100.0;
                if (value == Math.rint(value) && value != 0) {
                    cells.put(table.columns().get(column), (long) value);
                } else if (value != 0) {
                    cells.put(table.columns().get(column), value);
                }
            }
            if (!cells.isEmpty()) {
                text.append(text.isEmpty() ? "" : ",\n");
                text.append('"').append(table.rows().get(row)).append("\": ").append(cells);
            }
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    static ChordModel read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(
                    "%s has %d bytes, more than any model of chords; name one that was learned from lead sheets."
                            .formatted(file, Files.size(file)));
        }
        return read(Files.readAllBytes(file), file.toString());
    }

    static ChordModel read(byte[] json, String name) throws IOException {
        try {
            JsonNode tree = UniqueNames.JSON.readTree(new String(json, StandardCharsets.UTF_8));
            if (!tree.path("format").asString("").equals(FORMAT)) {
                throw foreign(name, "its format is not " + FORMAT, null);
            }
            ChordSettings settings = UniqueNames.JSON.treeToValue(tree.path("settings"), ChordSettings.class);
            ChordCounts counts = ChordCounts.none();
            for (Table table : tables(counts)) {
                read(tree.path(table.name()), table, name);
            }
            return new ChordModel(readWeights(tree.path("weights"), name), counts, settings);
        } catch (JacksonException malformed) {
            throw foreign(name, "it is no such JSON", malformed);
        }
    }

    private static ChordRegression readWeights(JsonNode rows, String name) throws IOException {
        double[][] weights = new double[ChordState.COUNT][0];
        for (Map.Entry<String, JsonNode> row : rows.properties()) {
            double[] values = UniqueNames.JSON.treeToValue(row.getValue(), double[].class);
            int state = CHORDS.indexOf(row.getKey());
            if (state < 0
                    || values.length != SlotFeatures.COUNT
                    || !DoubleStream.of(values).allMatch(Double::isFinite)) {
                throw foreign(name, "%s has not %d weights".formatted(row.getKey(), SlotFeatures.COUNT), null);
            }
            weights[state] = values;
        }
        if (rows.isEmpty()) {
            throw foreign(name, "it has no weights", null);
        }
        return new ChordRegression(weights);
    }

    private static void read(JsonNode rows, Table table, String name) throws IOException {
        for (Map.Entry<String, JsonNode> row : rows.properties()) {
            for (Map.Entry<String, JsonNode> cell : row.getValue().properties()) {
                int rowIndex = table.rows().indexOf(row.getKey());
                int columnIndex = table.columns().indexOf(cell.getKey());
                double value = cell.getValue().asDouble(-1);
                if (rowIndex < 0 || columnIndex < 0 || !(value >= 0 && value < 1e9)) {
                    throw foreign(
                            name,
                            "in %s, %s has %s of %s"
                                    .formatted(table.name(), row.getKey(), cell.getValue(), cell.getKey()),
                            null);
                }
                table.values()[rowIndex][columnIndex] = value;
            }
        }
    }

    private static IOException foreign(String name, String reason, @Nullable Throwable cause) {
        return new IOException(
                "%s holds no model of chords: %s; name the JSON that `diabolo experiment run lead-sheet-chords` wrote."
                        .formatted(name, reason),
                cause);
    }
}
