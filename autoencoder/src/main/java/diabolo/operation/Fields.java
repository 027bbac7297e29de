package diabolo.operation;

import static diabolo.note.Checks.require;

import diabolo.latent.Interpolation;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an operation in JSON, in order. The same calls read and write: with an operation a field is written and its value
 * returned, without one it is read. In the end unknown fields are refused.
 *
 * <pre>{@code
 * int count = fields.field("count", FieldType.INTEGER, 9, Vary::count);
 * fields.requireNoOthers(); // vary has no field 'cuont'; it has operation, piece, count, ...
 * }</pre>
 */
final class Fields<T extends Operation> {

    /** Whether fields are read or written. */
    sealed interface Direction<T> {}

    /** Sources open what the fields name. */
    record Reading<T>(Sources sources) implements Direction<T> {}

    record Writing<T>(T operation) implements Direction<T> {}

    private final String operation;
    private final ObjectNode json;
    private final Direction<T> direction;
    private final Set<String> known = new LinkedHashSet<>(Set.of("operation"));

    Fields(String operation, ObjectNode json, Direction<T> direction) {
        this.operation = operation;
        this.json = json;
        this.direction = direction;
    }

    /** A field that may be absent. */
    <V> Optional<V> optional(String name, FieldType<V> type, Function<T, Optional<V>> of) throws IOException {
        known.add(name);
        return switch (direction) {
            case Reading<T>(Sources sources) ->
                json.has(name) ? Optional.of(type.read(name, json.path(name), sources)) : Optional.empty();
            case Writing<T>(T written) -> {
                Optional<V> value = of.apply(written);
                value.ifPresent(some -> json.set(name, type.write(some)));
                yield value;
            }
        };
    }

    /** A field with a default. */
    <V> V field(String name, FieldType<V> type, V otherwise, Function<T, V> of) throws IOException {
        return optional(name, type, of.andThen(Optional::of)).orElse(otherwise);
    }

    <V> V required(String name, FieldType<V> type, Function<T, V> of) throws IOException {
        return optional(name, type, of.andThen(Optional::of))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s needs the field '%s', which is missing; name it".formatted(operation, name)));
    }

    Interpolation interpolation(Function<T, Interpolation> of) throws IOException {
        return field("interpolation", FieldType.INTERPOLATION, Interpolation.SPHERICAL, of);
    }

    Decoding decoding(Function<T, Decoding> of) throws IOException {
        return decoding(Decoding.DEFAULT, of);
    }

    Decoding decoding(Decoding otherwise, Function<T, Decoding> of) throws IOException {
        return new Decoding(
                field("seed", FieldType.SEED, otherwise.seed(), of.andThen(Decoding::seed)),
                field("temperature", FieldType.NUMBER, otherwise.temperature(), of.andThen(Decoding::temperature)),
                field("threshold", FieldType.NUMBER, otherwise.threshold(), of.andThen(Decoding::threshold)));
    }

    void requireNoOthers() {
        json.propertyNames()
                .forEach(name -> require(
                        known.contains(name),
                        "%s has no field '%.40s'; it has %s".formatted(operation, name, String.join(", ", known))));
    }
}
