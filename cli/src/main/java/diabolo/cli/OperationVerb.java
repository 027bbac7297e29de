package diabolo.cli;

import diabolo.latent.LatentSpace;
import diabolo.model.ModelFolders;
import diabolo.operation.FileSources;
import diabolo.operation.Operation;
import diabolo.operation.OperationJson;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the verbs share that make pieces: which model, where the pieces go. Such a verb makes an operation of its arguments; what the
 * operation makes is printed here. Nothing is written before all of it is known.
 */
abstract class OperationVerb extends Verb {

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--print-operation",
            description =
                    "Make nothing, but print as JSON what would be done, as `diabolo replay` and programs take it.")
    private boolean printed;

    /** What the arguments say. */
    abstract Operation operation(LatentSpace space, Sources files) throws IOException;

    /** Refuses settings that can be refused before the model is loaded. */
    void requireSettings() {}

    /** Where the pieces go if nothing is said. */
    Path folder(LatentSpace space) {
        return Path.of("pieces");
    }

    /** Refuses what can be refused before a search. */
    void requireFree(PieceOutput pieces) throws IOException {}

    /** What is printed after the pieces; nothing, unless a verb says more. */
    void afterwards() {}

    @Override
    public Integer call() throws IOException {
        requireSettings();
        Path folder = ModelFolders.find(model);
        try (LatentSpace space = LatentSpace.load(folder)) {
            Operation operation = operation(space, new FileSources(space, folder, this::notice));
            if (printed) {
                results().println(OperationJson.write(operation));
                return DONE;
            }
            PieceOutput pieces = output.open(folder(space), results());
            requireFree(pieces);
            pieces.make(space, operation, messages());
            afterwards();
        }
        return DONE;
    }
}
