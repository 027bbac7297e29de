package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import diabolo.model.FrameFormat;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.operation.FileSources;
import diabolo.operation.Operation;
import diabolo.operation.OperationJson;
import diabolo.operation.PictureSources;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the verbs share that make pieces: which model, where the pieces go. Such a verb makes an operation of its arguments; what the
 * operation makes is printed here, music or images as the model is of. Nothing is written before all of it is known.
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
    abstract Operation operation(Sources files) throws IOException;

    /** Refuses settings that can be refused before the model is loaded. */
    void requireSettings() {}

    /** Where the pieces go if nothing is said. */
    Path folder(ModelDescription model) {
        return Path.of("pieces");
    }

    /** Refuses what can be refused before a search. */
    void requireFree(PieceOutput pieces) throws IOException {}

    /** What is printed after the pieces; nothing, unless a verb says more. */
    void afterwards(FrameFormat format) {}

    @Override
    public Integer call() throws IOException {
        requireSettings();
        Path folder = ModelFolders.find(model);
        ModelFolder loaded = ModelFolder.load(folder);
        switch (loaded.description().format()) {
            case FrameFormat.Music _ -> makePieces(folder, loaded);
            case FrameFormat.Image _ -> makeImages(loaded);
            case FrameFormat.Vector _ -> throw loaded.description().notOfMusic();
        }
        return DONE;
    }

    private void makePieces(Path folder, ModelFolder loaded) throws IOException {
        try (LatentSpace space = LatentSpace.of(loaded)) {
            Operation operation = operation(new FileSources(space, folder, this::notice));
            if (!print(operation)) {
                PieceOutput pieces = output.open(folder(space.description()), results());
                requireFree(pieces);
                pieces.make(space, operation, messages());
                afterwards(space.description().format());
            }
        }
    }

    private void makeImages(ModelFolder loaded) throws IOException {
        try (ImageSpace space = ImageSpace.of(loaded)) {
            Operation operation = operation(new PictureSources(space));
            if (!print(operation)) {
                output.openImages(folder(space.description()), results()).make(space, operation);
                afterwards(space.format());
            }
        }
    }

    /** Prints it, if that is all that is wanted. */
    private boolean print(Operation operation) {
        if (printed) {
            results().println(OperationJson.write(operation));
        }
        return printed;
    }
}
