package diabolo.cli;

import static diabolo.note.Checks.require;

import com.fasterxml.jackson.annotation.JsonInclude;
import diabolo.grid.RhythmGrid;
import diabolo.latent.Heading;
import diabolo.latent.LatentSpace;
import diabolo.latent.Signatures;
import diabolo.note.Plural;
import diabolo.note.Tempo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Codes in a file: an array of vectors, what {@code diabolo encode --json} printed, or the JSON beside a piece, whose codes are those
 * that it was made of.
 */
final class CodeFile {

    private static final long MOST_BYTES = 64 << 20;

    /** Codes lie within some tens of 0; far beyond a model says the same whatever the number. */
    private static final double MOST_NUMBER = 1000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is called by its name
            .build();

    /**
     * The code of a window, and the heading of its piece.
     *
     * @param model that encoded it, by its name and hash, so that no other decodes it
     * @param window from 1
     * @param firstBar as the piece counts its bars
     * @param meters by steps of the model's grid since the first window, see {@link Signatures}; keys likewise
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Entry(
            String model,
            String modelHash,
            String file,
            int window,
            int firstBar,
            Optional<Double> beatsPerMinute,
            Map<Integer, String> meters,
            Map<Integer, String> keys,
            float[] code) {

        static Entry of(LatentSpace space, String file, int window, int firstBar, Heading heading, float[] code) {
            Signatures signatures = heading.signatures();
            return new Entry(
                    space.description().name(),
                    space.hash(),
                    file,
                    window,
                    firstBar,
                    heading.tempo().map(Tempo::beatsPerMinute),
                    signatures.meters(),
                    signatures.keys(),
                    code);
        }
    }

    /** The codes of a piece, [windows][codeSize], and what is known of it besides; of windows in a row, the first tells. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Piece(float[][] codes, Heading heading) {}

    private CodeFile() {}

    /**
     * The codes of pieces: every vector is a piece, and windows of a file in a row are one.
     *
     * @throws IOException if the file holds none, or vectors of another model or of another size than the model's
     */
    static List<Piece> read(LatentSpace space, Path file) throws IOException {
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
        if (root.path("recipe").isObject()) {
            return List.of(beside(space, file, root));
        }
        if (!root.isArray() || root.isEmpty()) {
            throw new IOException(foreign(file));
        }
        int codeSize = space.description().spec().codeSize();
        List<List<float[]>> pieces = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        JsonNode before = root.get(0);
        for (JsonNode vector : root) {
            requireModel(space, file, vector);
            if (pieces.isEmpty() || !continues(before, vector)) {
                pieces.add(new ArrayList<>());
                headings.add(heading(space, file, vector));
            }
            pieces.getLast().add(numbers(file, vector.isObject() ? vector.path("code") : vector, codeSize));
            before = vector;
        }
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> new Piece(pieces.get(i).toArray(float[][]::new), headings.get(i)))
                .toList();
    }

    /** That of a piece beside which the file lies. */
    private static Piece beside(LatentSpace space, Path file, JsonNode provenance) throws IOException {
        requireModel(space, file, provenance);
        JsonNode recipe = provenance.path("recipe");
        JsonNode codes = recipe.path("codes");
        if (!codes.isArray()
                || codes.isEmpty()
                || recipe.path("given").isObject()
                || recipe.path("melody").isObject()) {
            throw new IOException("%s is of a piece that is not made of codes alone; give its music, or encode that."
                    .formatted(file));
        }
        List<float[]> vectors = new ArrayList<>();
        for (JsonNode code : codes) {
            vectors.add(numbers(file, code, space.description().spec().codeSize()));
        }
        ObjectNode heading = JSON.createObjectNode();
        if (recipe.has("beatsPerMinute")) {
            heading.set("beatsPerMinute", recipe.path("beatsPerMinute"));
        }
        recipe.path("signatures").properties().forEach(told -> heading.set(told.getKey(), told.getValue()));
        return new Piece(vectors.toArray(float[][]::new), heading(space, file, heading));
    }

    private static void requireModel(LatentSpace space, Path file, JsonNode vector) throws IOException {
        String name = vector.path("model").asString("unknown").replaceAll("\\p{Cntrl}", "?");
        if (vector.path("modelHash").isString()
                && !vector.path("modelHash").asString().equals(space.hash())) {
            throw new IOException(
                    name.equals(space.description().name())
                            ? "%s holds codes of another training of %s; encode the music again.".formatted(file, name)
                            : "%s holds codes of the model %.80s, and this is %s; choose that one, or encode the music again."
                                    .formatted(file, name, space.description().name()));
        }
    }

    private static Heading heading(LatentSpace space, Path file, JsonNode vector) throws IOException {
        try {
            Optional<Tempo> tempo = Optional.empty();
            if (vector.has("beatsPerMinute")) {
                JsonNode told = vector.path("beatsPerMinute");
                require(told.isNumber(), "beatsPerMinute must be a number, was %.40s".formatted(told));
                tempo = Optional.of(new Tempo(told.doubleValue()));
            }
            Signatures whole = new Signatures(changes(vector, "meters"), changes(vector, "keys"));
            int window = vector.path("window").isInt() ? vector.path("window").intValue() : 1;
            long firstStep = (Math.max(1, window) - 1L) * space.representation().steps();
            return new Heading(
                    tempo,
                    whole.from(
                            (int) Math.min(RhythmGrid.MAX_STEPS, firstStep),
                            space.representation().grid()));
        } catch (IllegalArgumentException none) {
            throw new IOException("%s: %s.".formatted(file, none.getMessage()), none);
        }
    }

    private static Map<Integer, String> changes(JsonNode vector, String name) {
        JsonNode told = vector.path(name);
        String rule = "%s must be told in words by steps, as {\"0\": \"%s\"}, "
                .formatted(name, "meters".equals(name) ? "3/4" : "G major");
        require(told.isMissingNode() || told.isObject(), rule + "was %.40s".formatted(told));
        Map<Integer, String> changes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> change : told.properties()) {
            require(
                    change.getKey().matches("[0-9]{1,9}") && change.getValue().isString(),
                    rule + "had %.40s: %.40s".formatted(change.getKey(), change.getValue()));
            changes.put(Integer.valueOf(change.getKey()), change.getValue().stringValue());
        }
        return changes;
    }

    /** Whether a file is one of codes, by its name. */
    static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * The codes of the one piece in a file.
     *
     * @throws IOException if it holds none, several, or vectors of another size
     */
    static Piece readOne(LatentSpace space, Path file) throws IOException {
        List<Piece> pieces = read(space, file);
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
            if (!number.isNumber() || !(Math.abs(number.doubleValue()) <= MOST_NUMBER)) { // nor NaN
                throw new IOException(
                        "%s has %.40s in a vector, where numbers from -1000 to 1000 stand; write one such as 0 in its place."
                                .formatted(file, number.isNumber() ? number.numberValue() : number));
            }
            numbers[unit] = (float) number.doubleValue();
        }
        return numbers;
    }

    private static String foreign(Path file) {
        return file
                + " holds no array of vectors; name one, such as `diabolo encode --json` prints, or the JSON beside a piece.";
    }
}
