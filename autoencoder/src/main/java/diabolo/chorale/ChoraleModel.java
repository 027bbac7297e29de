package diabolo.chorale;

import diabolo.inpainting.InpainterFile;
import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is learned of four voices: the weights of an {@link Inpainter}.
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

    public ChoraleModel {
        weights = List.copyOf(weights);
    }

    /** The model that is included, learned from hymns (Open Hymnal). */
    public static ChoraleModel included() {
        return Included.MODEL;
    }

    /** Loaded when it is first asked for. */
    private static final class Included {
        static final ChoraleModel MODEL = of(InpainterFile.included(ChoraleModel.class, "four-voices.safetensors"));
    }

    private static ChoraleModel of(InpainterFile file) {
        return new ChoraleModel(file.spec(), file.weights());
    }

    /** The network; the caller closes it. */
    public Inpainter open() {
        return Inpainter.of(spec, weights);
    }

    public void write(Path file) throws IOException {
        new InpainterFile(spec, weights, Map.of()).write(file);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws IOException if it is none
     */
    public static ChoraleModel read(Path file) throws IOException {
        return of(InpainterFile.read(file));
    }
}
