package diabolo.operation;

import diabolo.latent.Interpolation;
import diabolo.latent.Prior;
import diabolo.search.ConstrainedSearch;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/** Reads operations by their fields, which {@link OperationWriter} writes. */
final class OperationReader {

    private static final String NAMES =
            "generate, reconstruct, average, interpolate, blend, grid, path, translate, vary, walk, move-along, refine, continue, constrain, harmonize, decode";

    private OperationReader() {}

    static Operation read(ObjectNode json, Sources sources) throws IOException {
        String name = json.path("operation").asString();
        Fields fields = new Fields(name, json, sources);
        Operation operation = operation(name, fields);
        fields.requireNoOthers();
        return operation;
    }

    private static Operation operation(String name, Fields fields) throws IOException {
        return switch (name) {
            case "generate" ->
                new Generate(
                        fields.integer("count", 1),
                        fields.seed(),
                        fields.text("prior").map(Prior::parse),
                        fields.number("temperature"),
                        fields.number("threshold"));
            case "reconstruct" -> new Reconstruct(fields.source("piece"), decoding(fields));
            case "average" -> new Average(fields.sources("pieces"), decoding(fields));
            case "interpolate" ->
                new Interpolate(
                        fields.source("from"),
                        fields.source("to"),
                        fields.integer("count", 9),
                        interpolation(fields),
                        decoding(fields));
            case "blend" ->
                new Blend(fields.music("from"), fields.music("to"), fields.integer("count", 9), decoding(fields));
            case "grid" ->
                new Grid(fields.sources("corners"), fields.integer("side", 5), interpolation(fields), decoding(fields));
            case "path" ->
                new PathThrough(
                        fields.sources("pieces"), fields.integer("count", 5), interpolation(fields), decoding(fields));
            case "translate" ->
                new Translate(
                        fields.source("piece"),
                        fields.source("from"),
                        fields.source("to"),
                        fields.number("strength", 1),
                        decoding(fields));
            case "vary" ->
                new Vary(
                        fields.source("piece"),
                        fields.number("distance", 1),
                        fields.integer("count", 5),
                        decoding(fields));
            case "walk" ->
                new Walk(
                        fields.source("piece"),
                        fields.number("distance", 1),
                        fields.integer("count", 8),
                        decoding(fields));
            case "move-along" ->
                new MoveAlong(
                        fields.source("piece"),
                        fields.attribute("attribute"),
                        fields.number("strength", 1),
                        decoding(fields));
            case "refine" -> new Refine(fields.music("piece"), fields.integer("iterations", 100), decoding(fields));
            case "continue" -> onward(fields);
            case "constrain" -> constrain(fields);
            case "harmonize" -> harmonize(fields);
            case "decode" -> new Decode(fields.codes("pieces"), decoding(fields));
            default ->
                throw new IllegalArgumentException("'%.40s' is no operation; choose one of %s".formatted(name, NAMES));
        };
    }

    private static Continue onward(Fields fields) throws IOException {
        Continue.Search usual = Continue.Search.DEFAULT;
        return new Continue(
                fields.music("piece"),
                fields.integer("count", 1),
                new Continue.Search(
                        fields.integer("windows", usual.windows()),
                        fields.integer("tries", usual.tries()),
                        fields.integer("rounds", usual.rounds())),
                decoding(fields));
    }

    private static Constrain constrain(Fields fields) throws IOException {
        Constrain.Search usual = Constrain.Search.DEFAULT;
        return new Constrain(
                new Constrain.Constraints(
                        fields.optionalMusic("notes"),
                        fields.optionalMusic("without"),
                        fields.optionalMusic("melody"),
                        fields.text("key"),
                        fields.number("density")),
                fields.integer("count", 1),
                new Constrain.Search(
                        fields.integer("draws", usual.draws()),
                        fields.integer("rounds", usual.rounds()),
                        fields.integer("updates", usual.updates()),
                        fields.isTrue("correct")
                                ? ConstrainedSearch.Finish.CORRECTED
                                : ConstrainedSearch.Finish.AS_FOUND),
                decoding(fields));
    }

    private static Harmonize harmonize(Fields fields) throws IOException {
        Harmonize.Search usual = Harmonize.Search.DEFAULT;
        return new Harmonize(
                fields.music("melody"),
                new Harmonize.Search(
                        fields.integer("updates", usual.updates()),
                        fields.integer("starts", usual.starts()),
                        fields.number("learningRate", usual.learningRate())),
                decoding(fields, Harmonize.DECODING));
    }

    private static Interpolation interpolation(Fields fields) {
        return fields.choice("interpolation", Interpolation.SPHERICAL);
    }

    private static Decoding decoding(Fields fields) {
        return decoding(fields, Decoding.DEFAULT);
    }

    private static Decoding decoding(Fields fields, Decoding usual) {
        return new Decoding(
                fields.seed(),
                fields.number("temperature", usual.temperature()),
                fields.number("threshold", usual.threshold()));
    }
}
