package diabolo.cli;

import diabolo.experiment.DataFolder;
import diabolo.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a run is written, its data and its seed: shared by all verbs that train. */
final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The corpora; else DIABOLO_DATA, ../shared/data, the cache.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--out", paramLabel = "RUN", description = "The folder to make; default: one in runs.")
    Optional<Path> out = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Random seed, instead of the experiment's.")
    Optional<Long> seed = Optional.empty();

    @Option(names = "--resume", description = "Resume the interrupted training in RUN.")
    private boolean resume;

    /**
     * How to start.
     *
     * @throws ParameterException if there is no run to resume
     */
    RunFolder.Start start(Verb verb) {
        if (resume && out.isEmpty()) {
            throw verb.wrongUsage("--resume needs --out, the folder of the run to resume");
        }
        return resume ? RunFolder.Start.RESUMED : RunFolder.Start.FRESH;
    }

    DataFolder data() throws IOException {
        return DataFolder.find(data);
    }
}
