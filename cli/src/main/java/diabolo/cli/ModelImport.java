package diabolo.cli;

import diabolo.magenta.ImportedModel;
import diabolo.model.ModelDescription;
import diabolo.tensor.SafeTensors.Precision;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a model of a checkpoint that Magenta published. */
@Command(
        name = "import",
        description = "Makes a model of a MusicVAE checkpoint as Magenta published it for the browser.",
        footer = {
            "%nThe folder holds manifest.json and converter.json with a file of float32 for each array, or"
                    + " weights_manifest.json and config.json with shards.",
            "%nExample:",
            "  diabolo model import mel_2bar_small --out models/melody-2bar-magenta"
        })
final class ModelImport extends Verb {

    @Parameters(paramLabel = "FOLDER", description = "The folder of the checkpoint.")
    private Path folder = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The model's folder to make.")
    private Path out = Path.of("");

    @Option(names = "--name", paramLabel = "N", description = "The model's name; else the checkpoint's folder's.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--half", description = "Keep the weights in half precision: half the size, three digits.")
    private boolean half;

    @Option(names = "--overwrite", description = "Replace a model in DIR.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        requireFree();
        String chosen = name.orElseGet(
                () -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        ImportedModel imported = ImportedModel.read(folder, chosen);
        imported.save(out, half ? Precision.HALF : Precision.SINGLE);
        ModelDescription description = imported.description();
        results().printf("%s: a network %s%n", out, description.spec().shape());
        sayWhatIsMissing(description, results());
        return DONE;
    }

    private void requireFree() throws IOException {
        if (overwrite || !Files.isDirectory(out)) {
            return;
        }
        try (Stream<Path> files = Files.list(out)) {
            if (files.findAny().isPresent()) {
                throw new IOException(
                        "%s exists already and is not empty; choose another folder with --out, or replace the model in it with --overwrite."
                                .formatted(out));
            }
        }
    }

    /** What an incomplete model cannot do, if it is one. */
    static void sayWhatIsMissing(ModelDescription description, PrintWriter results) {
        if (!description.missing().isEmpty()) {
            results.printf(
                    "came without %s: it makes music of codes%s%n",
                    String.join(", ", description.missing()),
                    description.encodes()
                            ? " and encodes music to means without deviations"
                            : ", but cannot encode or reconstruct music");
        }
    }
}
