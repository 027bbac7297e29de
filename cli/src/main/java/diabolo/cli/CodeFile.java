package diabolo.cli;

import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Codes in a file: an array of vectors, or what {@code diabolo encode --json} printed. */
final class CodeFile {

    private static final long MOST_BYTES = 64 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is called by its name
            .build();

    /**
     * The code of a window.
     *
     * @param window from 1
     * @param firstBar as the piece counts its bars
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(String file, int window, int firstBar, float[] code) {}

    private CodeFile() {}

    /**
     * The codes of pieces, each [windows][codeSize]: every vector is a piece, and windows of a file in a row are one.
     *
     * @throws IOException if the file holds none, or vectors of another size
     */
    static List<float[][]> read(Path file, int codeSize) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s is no file; name one with vectors as JSON.".formatted(file));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, at most %d are read; decode it in parts."
                    .formatted(file, Files.size(file), MOST_BYTES));
        }
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException malformed) {
            throw new IOException(foreign(file), malformed);
        }
        if (!root.isArray() || root.isEmpty()) {
            throw new IOException(foreign(file));
        }
        List<List<float[]>> pieces = new ArrayList<>();
        JsonNode before = root.get(0);
        for (JsonNode vector : root) {
            if (pieces.isEmpty() || !continues(before, vector)) {
                pieces.add(new ArrayList<>());
            }
            pieces.getLast().add(numbers(file, vector.isObject() ? vector.path("code") : vector, codeSize));
            before = vector;
        }
        return pieces.stream().map(windows -> windows.toArray(float[][]::new)).toList();
    }

    /** Whether a file is one of codes, by its name. */
    static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * The codes of the one piece in a file: [windows][codeSize].
     *
     * @throws IOException if it holds none, several, or vectors of another size
     */
    static float[][] readOne(Path file, int codeSize) throws IOException {
        List<float[][]> pieces = read(file, codeSize);
        if (pieces.size() > 1) {
            throw new IOException(
                    "%s holds the codes of %d pieces, of which one is needed; give each in a file of its own."
                            .formatted(file, pieces.size()));
        }
        return pieces.getFirst();
    }

    private static boolean continues(JsonNode before, JsonNode vector) {
        return vector.isObject()
                && before.path("file").equals(vector.path("file"))
                && vector.path("window").isInt()
                && vector.path("window").intValue() == before.path("window").asInt(0) + 1;
    }

    private static float[] numbers(Path file, JsonNode vector, int codeSize) throws IOException {
        if (!vector.isArray()) {
            throw new IOException(foreign(file));
        }
        if (vector.size() != codeSize) {
            throw new IOException("%s has a vector of %s, the model's codes have %d; encode with the same model."
                    .formatted(file, Plural.of(vector.size(), "number"), codeSize));
        }
        float[] numbers = new float[codeSize];
        for (int unit = 0; unit < codeSize; unit++) {
            JsonNode number = vector.get(unit);
            if (!number.isNumber() || !Float.isFinite((float) number.doubleValue())) {
                throw new IOException(
                        "%s has %.40s in a vector, where finite numbers stand; write a number such as 0 in its place."
                                .formatted(file, number.isNumber() ? number.numberValue() : number));
            }
            numbers[unit] = (float) number.doubleValue();
        }
        return numbers;
    }

    private static String foreign(Path file) {
        return file + " holds no array of vectors; name one, such as `diabolo encode --json` prints.";
    }
}
