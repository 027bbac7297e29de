package diabolo.magenta;

import static diabolo.note.Checks.require;

import diabolo.model.FrameFormat;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.TrainingExamples;
import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A MusicVAE of Magenta, converted and ready to be saved as a model.
 *
 * <pre>{@code
 * ImportedModel imported = ImportedModel.read(Path.of("mel_2bar_small"), "melody-2bar-magenta");
 * imported.description().encodes();    // false if its encoder was incomplete
 * imported.save(Path.of("models/melody-2bar-magenta"), SafeTensors.Precision.HALF);
 * }</pre>
 *
 * <p>When not to use it: for Magenta's chord-conditioned, multitrack, NADE and groove networks, which are refused. A hierarchical
 * encoder, as in magenta-js beside a conductor, is left out: such a model generates but does not encode.
 */
public record ImportedModel(ModelDescription description, List<NamedArray> weights) {

    private static final double BEATS_PER_MINUTE = 120; // Magenta's default
    private static final float GREATEST_HALF = 65_504;

    public ImportedModel {
        weights = List.copyOf(weights);
    }

    /**
     * Reads a checkpoint from its folder.
     *
     * @param name of the model: letters, digits, {@code -}, {@code _} and {@code .}
     * @throws UnreadableCheckpointException if it is invalid or of an unknown kind; the message gives the reason
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if the name is invalid
     */
    public static ImportedModel read(Path folder, String name) throws IOException {
        require(
                ModelDescription.isName(name),
                "'%s' is no model's name, which has letters, digits, - and _; give another one with --name"
                        .formatted(name));
        MagentaCheckpoint checkpoint = MagentaCheckpoint.read(folder);
        MusicVaeMapping.Mapped mapped = MusicVaeMapping.of(checkpoint);
        return new ImportedModel(
                new ModelDescription(
                        name,
                        mapped.spec(),
                        new FrameFormat.Music(checkpoint.format().representation()),
                        "what its makers had; for Magenta's own, millions of melodies from the web",
                        BEATS_PER_MINUTE,
                        provenance(checkpoint, mapped),
                        mapped.missing()),
                mapped.weights());
    }

    private static Map<String, String> provenance(MagentaCheckpoint checkpoint, MusicVaeMapping.Mapped mapped) {
        Map<String, String> provenance = new TreeMap<>();
        Path folder = checkpoint.folder().toAbsolutePath().normalize();
        provenance.put(
                "importedFrom", "%s of %s".formatted(checkpoint.manifest().name(), folder.getFileName()));
        provenance.put("licence", "its makers'; Magenta's own are published under Apache-2.0");
        if (!checkpoint.manifest().absent().isEmpty()) {
            provenance.put(
                    "absentFiles", String.join(", ", checkpoint.manifest().absent()));
        }
        if (!mapped.leftOut().isEmpty()) {
            provenance.put("leftOut", String.join(", ", mapped.leftOut()));
        }
        checkpoint.hashes().forEach((file, hash) -> provenance.put("sha256 " + file, hash));
        return provenance;
    }

    /**
     * Writes the model's folder; existing files are replaced.
     *
     * @throws IllegalArgumentException if the precision is half and a weight is too great for it
     * @throws IOException if it cannot be written
     */
    public void save(Path folder, SafeTensors.Precision precision) throws IOException {
        if (precision == SafeTensors.Precision.HALF) {
            weights.forEach(ImportedModel::requireHalf);
        }
        ModelFolder.save(folder, description, weights, new TrainingExamples(List.of(), new float[0][]), precision);
    }

    private static void requireHalf(NamedArray array) {
        for (float value : array.values()) {
            require(
                    Math.abs(value) <= GREATEST_HALF,
                    "%s holds %s, and half precision ends at %s; keep it in single precision"
                            .formatted(array.name(), value, GREATEST_HALF));
        }
    }
}
