package diabolo.operation;

import static diabolo.operation.FieldType.ANY_KEY;
import static diabolo.operation.FieldType.ATTRIBUTE;
import static diabolo.operation.FieldType.CODES;
import static diabolo.operation.FieldType.CORRECT;
import static diabolo.operation.FieldType.INTEGER;
import static diabolo.operation.FieldType.MUSIC;
import static diabolo.operation.FieldType.NUMBER;
import static diabolo.operation.FieldType.PRIOR;
import static diabolo.operation.FieldType.SEED;
import static diabolo.operation.FieldType.SOURCE;
import static diabolo.operation.FieldType.SOURCES;
import static diabolo.operation.FieldType.TEXT;

import diabolo.search.ConstrainedSearch;
import diabolo.search.Continuation;
import diabolo.search.Harmonizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation in JSON: its name, and its fields in order with their defaults.
 *
 * @param fields reads an operation from its fields, or writes them from one
 */
record OperationFormat<T extends Operation>(String name, Class<T> type, Format<T> fields) {

    /** An operation from its fields. */
    @FunctionalInterface
    interface Format<T extends Operation> {
        T operation(Fields<T> fields) throws IOException;
    }

    private static final List<OperationFormat<?>> ALL = List.of(
            new OperationFormat<>(
                    "generate",
                    Generate.class,
                    fields -> new Generate(
                            fields.field("count", INTEGER, 1, Generate::count),
                            fields.field("seed", SEED, Decoding.DEFAULT.seed(), Generate::seed),
                            fields.optional("prior", PRIOR, Generate::prior),
                            fields.optional("temperature", NUMBER, Generate::temperature),
                            fields.optional("threshold", NUMBER, Generate::threshold),
                            fields.optional("bars", INTEGER, Generate::bars),
                            fields.optional("form", TEXT, Generate::form),
                            fields.optional("key", TEXT, Generate::key),
                            fields.optional("values", TEXT, Generate::values),
                            fields.optional("style", TEXT, Generate::style),
                            fields.optional("ending", TEXT, Generate::ending),
                            fields.optional("meter", TEXT, Generate::meter))),
            new OperationFormat<>(
                    "reconstruct",
                    Reconstruct.class,
                    fields -> new Reconstruct(
                            fields.required("piece", SOURCE, Reconstruct::piece),
                            fields.decoding(Reconstruct::decoding))),
            new OperationFormat<>(
                    "average",
                    Average.class,
                    fields -> new Average(
                            fields.required("pieces", SOURCES, Average::pieces), fields.decoding(Average::decoding))),
            new OperationFormat<>(
                    "interpolate",
                    Interpolate.class,
                    fields -> new Interpolate(
                            fields.required("from", SOURCE, Interpolate::from),
                            fields.required("to", SOURCE, Interpolate::to),
                            fields.field("count", INTEGER, 9, Interpolate::count),
                            fields.interpolation(Interpolate::interpolation),
                            fields.decoding(Interpolate::decoding))),
            new OperationFormat<>(
                    "blend",
                    Blend.class,
                    fields -> new Blend(
                            fields.required("from", MUSIC, Blend::from),
                            fields.required("to", MUSIC, Blend::to),
                            fields.field("count", INTEGER, 9, Blend::count),
                            fields.decoding(Blend::decoding))),
            new OperationFormat<>(
                    "grid",
                    Grid.class,
                    fields -> new Grid(
                            fields.required("corners", SOURCES, Grid::corners),
                            fields.field("side", INTEGER, 5, Grid::side),
                            fields.interpolation(Grid::interpolation),
                            fields.decoding(Grid::decoding))),
            new OperationFormat<>(
                    "path",
                    PathThrough.class,
                    fields -> new PathThrough(
                            fields.required("pieces", SOURCES, PathThrough::pieces),
                            fields.field("count", INTEGER, 5, PathThrough::count),
                            fields.interpolation(PathThrough::interpolation),
                            fields.decoding(PathThrough::decoding))),
            new OperationFormat<>(
                    "translate",
                    Translate.class,
                    fields -> new Translate(
                            fields.required("piece", SOURCE, Translate::piece),
                            fields.required("from", SOURCE, Translate::from),
                            fields.required("to", SOURCE, Translate::to),
                            fields.field("strength", NUMBER, 1.0, Translate::strength),
                            fields.decoding(Translate::decoding))),
            new OperationFormat<>(
                    "vary",
                    Vary.class,
                    fields -> new Vary(
                            fields.required("piece", SOURCE, Vary::piece),
                            fields.field("distance", NUMBER, 1.0, Vary::distance),
                            fields.field("steps", INTEGER, 0, Vary::steps),
                            fields.field("count", INTEGER, 5, Vary::count),
                            fields.optional("strength", NUMBER, Vary::strength),
                            fields.decoding(Vary::decoding))),
            new OperationFormat<>(
                    "walk",
                    Walk.class,
                    fields -> new Walk(
                            fields.required("piece", SOURCE, Walk::piece),
                            fields.field("distance", NUMBER, 1.0, Walk::distance),
                            fields.field("count", INTEGER, 8, Walk::count),
                            fields.decoding(Walk::decoding))),
            new OperationFormat<>(
                    "move-along",
                    MoveAlong.class,
                    fields -> new MoveAlong(
                            fields.required("piece", SOURCE, MoveAlong::piece),
                            fields.required("attribute", ATTRIBUTE, MoveAlong::attribute),
                            fields.field("strength", NUMBER, 1.0, MoveAlong::strength),
                            fields.field("anyKey", ANY_KEY, MoveAlong.KeyRule.KEPT, MoveAlong::key),
                            fields.decoding(MoveAlong::decoding))),
            new OperationFormat<>(
                    "set",
                    SetAttributes.class,
                    fields -> new SetAttributes(
                            fields.required("piece", MUSIC, SetAttributes::piece),
                            fields.required("values", TEXT, SetAttributes::values),
                            fields.field("freedom", NUMBER, SetAttributes.USUAL_FREEDOM, SetAttributes::freedom),
                            fields.decoding(SetAttributes::decoding))),
            new OperationFormat<>(
                    "refine",
                    Refine.class,
                    fields -> new Refine(
                            fields.required("piece", MUSIC, Refine::piece),
                            fields.field("iterations", INTEGER, 100, Refine::iterations),
                            fields.decoding(Refine::decoding))),
            new OperationFormat<>("continue", Continue.class, OperationFormat::continuing),
            new OperationFormat<>(
                    "fill",
                    Fill.class,
                    fields -> new Fill(
                            fields.required("piece", MUSIC, Fill::piece),
                            fields.field("count", INTEGER, 1, Fill::count),
                            fields.decoding(Fill::decoding))),
            new OperationFormat<>(
                    "combine",
                    Combine.class,
                    fields -> new Combine(
                            fields.required("melody", MUSIC, Combine::melody),
                            fields.required("form", MUSIC, Combine::form),
                            fields.decoding(Combine::decoding))),
            new OperationFormat<>("constrain", Constrain.class, OperationFormat::constraining),
            new OperationFormat<>("harmonize", Harmonize.class, OperationFormat::harmonizing),
            new OperationFormat<>(
                    "decode",
                    Decode.class,
                    fields -> new Decode(
                            fields.required("pieces", CODES, Decode::pieces), fields.decoding(Decode::decoding))));

    private static Continue continuing(Fields<Continue> fields) throws IOException {
        Continuation.Settings usual = Continuation.Settings.DEFAULT;
        return new Continue(
                fields.required("piece", MUSIC, Continue::piece),
                fields.field("count", INTEGER, 1, Continue::count),
                new Continuation.Settings(
                        fields.field("windows", INTEGER, usual.windows(), some -> some.search()
                                .windows()),
                        fields.field("tries", INTEGER, usual.tries(), some -> some.search()
                                .tries()),
                        fields.field("rounds", INTEGER, usual.rounds(), some -> some.search()
                                .rounds())),
                fields.decoding(Continue::decoding));
    }

    private static Constrain constraining(Fields<Constrain> fields) throws IOException {
        ConstrainedSearch.Settings usual = ConstrainedSearch.Settings.DEFAULT;
        return new Constrain(
                new Constrain.Constraints(
                        fields.optional(
                                "notes", MUSIC, some -> some.constraints().notes()),
                        fields.optional(
                                "without", MUSIC, some -> some.constraints().without()),
                        fields.optional(
                                "melody", MUSIC, some -> some.constraints().melody()),
                        fields.optional("key", TEXT, some -> some.constraints().key()),
                        fields.optional(
                                "density", NUMBER, some -> some.constraints().density())),
                fields.field("count", INTEGER, 1, Constrain::count),
                new ConstrainedSearch.Settings(
                        fields.field("draws", INTEGER, usual.draws(), some -> some.search()
                                .draws()),
                        fields.field("rounds", INTEGER, usual.rounds(), some -> some.search()
                                .rounds()),
                        fields.field("updates", INTEGER, usual.updates(), some -> some.search()
                                .updates()),
                        fields.field("correct", CORRECT, usual.finish(), some -> some.search()
                                .finish())),
                fields.decoding(Constrain::decoding));
    }

    private static Harmonize harmonizing(Fields<Harmonize> fields) throws IOException {
        Harmonizer.Settings usual = Harmonizer.Settings.DEFAULT;
        return new Harmonize(
                fields.required("melody", MUSIC, Harmonize::melody),
                new Harmonizer.Settings(
                        fields.field("updates", INTEGER, usual.updates(), some -> some.search()
                                .updates()),
                        fields.field("starts", INTEGER, usual.starts(), some -> some.search()
                                .starts()),
                        fields.field("learningRate", NUMBER, usual.learningRate(), some -> some.search()
                                .learningRate())),
                fields.decoding(Harmonize.DECODING, Harmonize::decoding));
    }

    static Operation read(ObjectNode json, Sources sources) throws IOException {
        String name = json.path("operation").asString();
        OperationFormat<?> format = ALL.stream()
                .filter(some -> some.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%.40s' is no operation; choose one of %s"
                        .formatted(name, ALL.stream().map(OperationFormat::name).collect(Collectors.joining(", ")))));
        return format.from(json, sources);
    }

    private T from(ObjectNode json, Sources sources) throws IOException {
        Fields<T> reading = new Fields<>(name, json, new Fields.Reading<>(sources));
        T operation = fields.operation(reading);
        reading.requireNoOthers();
        return operation;
    }

    static void write(Operation operation, ObjectNode json) {
        ALL.forEach(format -> format.writeIfOwn(operation, json));
    }

    private void writeIfOwn(Operation operation, ObjectNode json) {
        if (type.isInstance(operation)) {
            try {
                fields.operation(
                        new Fields<>(name, json.put("operation", name), new Fields.Writing<>(type.cast(operation))));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible); // only reading opens sources
            }
        }
    }
}
