package diabolo.cli;

import diabolo.model.ModelFolders;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model: shared by the verbs that use one. */
final class ModelOption {

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    String name = ModelFolders.DEFAULT;

    Path folder() throws IOException {
        return ModelFolders.find(name);
    }
}
