package diabolo.model.diffusion;

import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.model.UniqueNames;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * The file of a denoiser in a model's folder, and what it knows beside its weights.
 *
 * @param name {@code "prior.safetensors"}
 * @param what it is called in sentences: {@code "prior"}
 */
record DenoiserFile(String name, String what) {

    private static final String WEIGHTS = "denoiser.";
    private static final String SPEC = "spec";

    /** What a file is read as. */
    @FunctionalInterface
    interface Content<T> {
        T of(DenoiserSpec spec, List<NamedArray> weights, SafeTensors file);
    }

    void write(
            Path folder,
            DenoiserSpec spec,
            List<NamedArray> weights,
            List<NamedArray> others,
            Map<String, String> metadata)
            throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        weights.forEach(array -> arrays.add(new NamedArray(WEIGHTS + array.name(), array.shape(), array.values())));
        arrays.addAll(others);
        Map<String, String> all = new TreeMap<>(metadata);
        all.put(SPEC, UniqueNames.JSON.writeValueAsString(spec));
        SafeTensors.write(folder.resolve(name), new SafeTensors(all, arrays), SafeTensors.Precision.HALF);
    }

    boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(name));
    }

    <T> Optional<T> read(Path folder, Content<T> content) throws IOException {
        if (!isIn(folder)) {
            return Optional.empty();
        }
        Path path = folder.resolve(name);
        try {
            SafeTensors file = SafeTensors.read(path);
            DenoiserSpec spec =
                    UniqueNames.JSON.readValue(file.metadata().getOrDefault(SPEC, "{}"), DenoiserSpec.class);
            List<NamedArray> weights = file.arraysUnder(WEIGHTS);
            T read = content.of(spec, weights, file);
            weights.forEach(NamedArray::requireFinite);
            Denoiser.of(spec, weights).close(); // all weights are there
            return Optional.of(read);
        } catch (JacksonException
                | IllegalArgumentException
                | ArithmeticException // a size beyond that of arrays
                | NullPointerException foreign) { // JSON has null for a spec
            throw new IOException(
                    "%s is no %s of this model: %s; take the model's folder again as a whole, or train again"
                            .formatted(path, what, foreign.getMessage()),
                    foreign);
        }
    }
}
