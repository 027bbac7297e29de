package diabolo.chorale;

import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.model.UniqueNames;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * What is learned of four voices: the weights of an {@link Inpainter}, in a file of half precision.
 *
 * <pre>{@code
 * try (Inpainter inpainter = ChoraleModel.read(Path.of("models/chorale.safetensors")).open()) { ... }
 * }</pre>
 *
 * <p>Immutable.
 */
public record ChoraleModel(InpainterSpec spec, List<NamedArray> weights) {

    private static final String SPEC = "spec";

    public ChoraleModel {
        weights = List.copyOf(weights);
    }

    /** The network; the caller closes it. */
    public Inpainter open() {
        return Inpainter.of(spec, weights);
    }

    public void write(Path file) throws IOException {
        SafeTensors.write(
                file,
                new SafeTensors(Map.of(SPEC, UniqueNames.JSON.writeValueAsString(spec)), weights),
                SafeTensors.Precision.HALF);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws IOException if it is none
     */
    public static ChoraleModel read(Path file) throws IOException {
        SafeTensors content = SafeTensors.read(file);
        try {
            InpainterSpec spec =
                    UniqueNames.JSON.readValue(content.metadata().getOrDefault(SPEC, "{}"), InpainterSpec.class);
            ChoraleModel model = new ChoraleModel(spec, content.arrays());
            model.open().close(); // checks the shapes
            return model;
        } catch (JacksonException | IllegalArgumentException unfit) {
            throw new IOException("%s holds no model of four voices; train one by 'diabolo experiment run four-voices'."
                    .formatted(file), unfit);
        }
    }
}
