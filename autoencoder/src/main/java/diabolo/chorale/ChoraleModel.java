package diabolo.chorale;

import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.model.UniqueNames;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * What is learned of four voices: the weights of an {@link Inpainter}, in a file of half precision.
 *
 * <pre>{@code
 * try (Inpainter inpainter = ChoraleModel.included().open()) {
 *     ChoraleHarmony.of(melody, ChoraleHarmony.Settings.DEFAULT, inpainter);
 * }
 * }</pre>
 *
 * <p>Immutable.
 */
public record ChoraleModel(InpainterSpec spec, List<NamedArray> weights) {

    private static final String SPEC = "spec";
    private static final String INCLUDED = "four-voices.safetensors";

    public ChoraleModel {
        weights = List.copyOf(weights);
    }

    /** The model that is included, learned from hymns (Open Hymnal). */
    public static ChoraleModel included() {
        return Included.MODEL;
    }

    /** Loaded when it is first asked for. */
    private static final class Included {

        static final ChoraleModel MODEL = load();

        private static ChoraleModel load() {
            try (InputStream file = ChoraleModel.class.getResourceAsStream(INCLUDED)) {
                if (file == null) {
                    throw new IllegalStateException(
                            "the included model of four voices is missing from the library; install it again");
                }
                Path copy = Files.createTempFile("diabolo-", ".safetensors"); // channels read files alone
                try {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    return read(copy);
                } finally {
                    Files.deleteIfExists(copy);
                }
            } catch (IOException unreadable) {
                throw new IllegalStateException("the included model of four voices cannot be read", unreadable);
            }
        }
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
            throw new IOException(
                    "%s holds no model of four voices; train one by 'diabolo experiment run four-voices'."
                            .formatted(file),
                    unfit);
        }
    }
}
