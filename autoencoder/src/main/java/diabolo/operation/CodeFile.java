package diabolo.operation;

import diabolo.grid.RhythmGrid;
import diabolo.latent.PieceHeader;
import diabolo.latent.Recipe;
import diabolo.model.FrameFormat;
import diabolo.model.ModelFolder;
import diabolo.model.UniqueNames;
import diabolo.note.Plural;
import diabolo.representation.Representation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Codes in a file: an array of vectors, the output of {@code diabolo encode --json}, or the provenance JSON of a piece.
 *
 * <pre>{@code
 * List<Source.Codes> pieces = CodeFile.read(model, Path.of("codes.json"));
 * }</pre>
 */
public final class CodeFile {

    private static final long MOST_BYTES = 64 << 20;

    private static final JsonMapper JSON = UniqueNames.JSON
            .rebuild()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that messages name NaN
            .build();

    private CodeFile() {}

    /**
     * The codes of pieces: every vector is a piece, except that consecutive windows of a file are one.
     *
     * @throws IOException if the file holds none, or vectors of another model or size
     */
    public static List<Source.Codes> read(ModelFolder model, Path file) throws IOException {
        JsonNode root = tree(file);
        if (root.path("recipe").isObject()) {
            return List.of(ofProvenance(model, file, root));
        }
        if (!root.isArray() || root.isEmpty()) {
            throw new IOException(foreign(file));
        }
        int codeSize = model.description().spec().codeSize();
        List<List<float[]>> pieces = new ArrayList<>();
        List<JsonNode> firsts = new ArrayList<>();
        JsonNode before = root.get(0);
        for (JsonNode vector : root) {
            requireModel(model, file, vector);
            if (pieces.isEmpty() || !continues(before, vector)) {
                pieces.add(new ArrayList<>());
                firsts.add(vector);
            }
            pieces.getLast().add(numbers(file, vector.isObject() ? vector.path("code") : vector, codeSize));
            before = vector;
        }
        List<Source.Codes> codes = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            codes.add(codes(model, file, firsts.get(i), pieces.get(i)));
        }
        return codes;
    }

    private static JsonNode tree(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("%s is no file; name one with vectors as JSON.".formatted(file));
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, at most %d are read; decode it in parts."
                    .formatted(file, Files.size(file), MOST_BYTES));
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException malformed) {
            throw new IOException(sentence(file, malformed), malformed);
        }
    }

    /** The name of the model that the codes in a file are of, if it says so. */
    public static Optional<String> modelOf(Path file) throws IOException {
        JsonNode root = tree(file);
        return (root.isArray() ? root.path(0) : root).path("model").stringValueOpt();
    }

    /** The codes of a piece with the header of its first vector. */
    private static Source.Codes codes(ModelFolder model, Path file, JsonNode first, List<float[]> vectors)
            throws IOException {
        return new Source.Codes(
                file.toString(),
                vectors.toArray(float[][]::new),
                header(model, file, first),
                first.path("modelHash").stringValueOpt());
    }

    private static Source.Codes ofProvenance(ModelFolder model, Path file, JsonNode provenance) throws IOException {
        requireModel(model, file, provenance);
        JsonNode recipe = provenance.path("recipe");
        JsonNode codes = recipe.path("codes");
        if (!codes.isArray()
                || codes.isEmpty()
                || (recipe.path("given").isObject()
                        && !Recipe.isDecoded(recipe.path("operation").asString("")))
                || recipe.path("melody").isObject()) {
            throw new IOException(
                    "%s is of a piece that has more than its codes; give its music, or encode that.".formatted(file));
        }
        List<float[]> vectors = new ArrayList<>();
        for (JsonNode code : codes) {
            vectors.add(numbers(file, code, model.description().spec().codeSize()));
        }
        ObjectNode header = JSON.createObjectNode();
        header.set("modelHash", provenance.path("modelHash"));
        if (recipe.has("beatsPerMinute")) {
            header.set("beatsPerMinute", recipe.path("beatsPerMinute"));
        }
        recipe.path("signatures").properties().forEach(field -> header.set(field.getKey(), field.getValue()));
        return codes(model, file, header, vectors);
    }

    private static void requireModel(ModelFolder model, Path file, JsonNode vector) throws IOException {
        String name = vector.path("model").asString("unknown").replaceAll("\\p{Cntrl}", "?");
        if (vector.path("modelHash").isString()
                && !vector.path("modelHash").asString().equals(model.hash())) {
            throw new IOException(
                    name.equals(model.description().name())
                            ? "%s holds codes of another training of %s; encode again with this one."
                                    .formatted(file, name)
                            : "%s holds codes of the model %.80s, and this is %s; choose that one, or encode again with this one."
                                    .formatted(file, name, model.description().name()));
        }
    }

    /** The header from the window of a code on. */
    private static PieceHeader header(ModelFolder model, Path file, JsonNode vector) throws IOException {
        PieceHeader whole = CodesJson.header(file.toString(), vector);
        try {
            return switch (model.description().format()) {
                case FrameFormat.Music(Representation representation) -> fromWindow(vector, whole, representation);
                case FrameFormat.Image _, FrameFormat.Vector _ -> PieceHeader.NONE;
            };
        } catch (IllegalArgumentException none) {
            throw new IOException("%s: %s.".formatted(file, none.getMessage()), none);
        }
    }

    private static PieceHeader fromWindow(JsonNode vector, PieceHeader whole, Representation representation) {
        int window = vector.path("window").isInt() ? vector.path("window").intValue() : 1;
        long firstStep = (Math.max(1, window) - 1L) * representation.steps();
        return new PieceHeader(
                whole.tempo(),
                whole.signatures().from((int) Math.min(RhythmGrid.MAX_STEPS, firstStep), representation.grid()));
    }

    /** Whether a file holds codes, by its name. */
    public static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /**
     * The codes of the one piece in a file.
     *
     * @throws IOException if it holds none, several, or vectors of another size
     */
    public static Source.Codes readOne(ModelFolder model, Path file) throws IOException {
        List<Source.Codes> pieces = read(model, file);
        if (pieces.size() > 1) {
            throw new IOException(
                    "%s holds the codes of %d pieces, of which one is needed; give each in a separate file."
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
        return CodesJson.numbers(file.toString(), vector);
    }

    private static String sentence(Path file, JacksonException malformed) {
        return UniqueNames.repeated(malformed)
                .map(repeated -> "%s: %s.".formatted(file, repeated))
                .orElse(foreign(file));
    }

    private static String foreign(Path file) {
        return file
                + " holds no array of vectors; name one, such as `diabolo encode --json` prints, or the JSON beside a piece.";
    }
}
