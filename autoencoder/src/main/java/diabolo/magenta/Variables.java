package diabolo.magenta;

import diabolo.tensor.NamedArray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays of a checkpoint during conversion: each is taken once, and must have the shape that the others imply.
 */
final class Variables {

    private final Path folder;
    private final Map<String, NamedArray> arrays;

    Variables(MagentaCheckpoint checkpoint) {
        this.folder = checkpoint.folder();
        this.arrays = new HashMap<>(checkpoint.variables());
    }

    boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** The length of an array along its last dimension, if present. */
    Optional<Long> width(String name) {
        return Optional.ofNullable(arrays.get(name))
                .filter(array -> array.shape().length > 0)
                .map(array -> array.shape()[array.shape().length - 1]);
    }

    /** The rows of a matrix, if present. */
    Optional<Long> rows(String name) {
        return Optional.ofNullable(arrays.get(name))
                .filter(array -> array.shape().length == 2)
                .map(array -> array.shape()[0]);
    }

    /** As {@link #rows}, of a required matrix. */
    long requireRows(String name) throws UnreadableCheckpointException {
        return rows(name).orElseThrow(() -> missing(name));
    }

    /** As {@link #width}, of a required array. */
    long requireWidth(String name) throws UnreadableCheckpointException {
        return width(name).orElseThrow(() -> missing(name));
    }

    /** Takes a required array. */
    float[] take(String name, long... shape) throws UnreadableCheckpointException {
        NamedArray array = arrays.remove(name);
        if (array == null) {
            throw missing(name);
        }
        if (!Arrays.equals(array.shape(), shape)) {
            throw UnreadableCheckpointException.broken(
                    folder,
                    "%s has the shape %s, and the rest of the network needs %s"
                            .formatted(name, Arrays.toString(array.shape()), Arrays.toString(shape)));
        }
        return array.values();
    }

    private UnreadableCheckpointException missing(String name) {
        return UnreadableCheckpointException.broken(
                folder,
                arrays.containsKey(name)
                        ? "%s has the shape %s, which does not fit its place"
                                .formatted(
                                        name, Arrays.toString(arrays.get(name).shape()))
                        : "the array %s is missing, without which it cannot decode".formatted(name));
    }

    /** The names of the arrays not taken, sorted. */
    List<String> left() {
        return arrays.keySet().stream().sorted().toList();
    }
}
