package diabolo.model;

import diabolo.note.Quoted;
import diabolo.tensor.NamedArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks weights against a spec: all that it needs, of their shapes, and no others.
 *
 * @param missing names of weights known to be absent
 */
record WeightCheck(NetworkSpec spec, List<String> missing) {

    /** For a complete network. */
    WeightCheck(NetworkSpec spec) {
        this(spec, List.of());
    }

    List<NamedArray> inOrder(List<NamedArray> weights) {
        Map<String, NamedArray> given = new LinkedHashMap<>();
        weights.forEach(array -> given.put(array.name(), array));
        Map<String, long[]> needed = new LinkedHashMap<>(spec.shapes());
        needed.keySet().removeAll(missing);
        for (String name : given.keySet()) {
            if (!needed.containsKey(name)) {
                throw new IllegalArgumentException("a network %s has no %s".formatted(spec.shape(), Quoted.of(name)));
            }
        }
        return needed.entrySet().stream()
                .map(entry -> requireShape(entry.getKey(), entry.getValue(), given))
                .toList();
    }

    /** The names of all parameters, in order. */
    List<String> names() {
        return spec.shapes().keySet().stream().toList();
    }

    private NamedArray requireShape(String name, long[] shape, Map<String, NamedArray> given) {
        NamedArray array = given.get(name);
        if (array == null) {
            throw new IllegalArgumentException("a network %s needs %s, which is missing".formatted(spec.shape(), name));
        }
        if (!Arrays.equals(array.shape(), shape)) {
            throw new IllegalArgumentException("%s of a network %s has the shape %s, was given %s"
                    .formatted(name, spec.shape(), Arrays.toString(shape), Arrays.toString(array.shape())));
        }
        return array;
    }
}
