package diabolo.cli;

import diabolo.experiment.DataFolder;
import diabolo.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a run lies, what it learns from and by which chance: shared by all verbs that train. */
final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the corpora are; else DIABOLO_DATA or ../shared/data.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "RUN", description = "The folder to make; else one under runs/.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of all chance, instead of the experiment's.")
    private @Nullable Long seed;

    @Option(names = "--resume", description = "Go on in RUN where it was interrupted.")
    private boolean resume;

    /**
     * Makes sure that it is said what to resume.
     *
     * @throws ParameterException if it is not
     */
    void check(Verb verb) {
        if (resume && out == null) {
            throw verb.wrongUsage("--resume needs --out, the folder of the run to go on with");
        }
    }

    DataFolder data() throws IOException {
        return DataFolder.find(Optional.ofNullable(data));
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    RunFolder.Start start() {
        return resume ? RunFolder.Start.RESUMED : RunFolder.Start.FRESH;
    }
}
