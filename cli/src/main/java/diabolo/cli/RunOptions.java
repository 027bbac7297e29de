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

    /** What shows its progress. */
    @FunctionalInterface
    interface Running<T> {
        T with(TrainingProgress progress) throws IOException;
    }

    /**
     * Runs something, and says how it is resumed where it ends before its time.
     *
     * @param opening a sentence for when it begins; may be empty
     */
    <T> T running(Verb verb, String opening, Running<T> running) throws IOException {
        ResumeLine line = new ResumeLine(verb.arguments());
        TrainingProgress progress = new TrainingProgress(verb.messages(), line::in, opening);
        boolean isDone = false;
        try (progress) {
            T outcome = running.with(progress);
            isDone = true;
            return outcome;
        } finally {
            if (!isDone && !line.isResuming()) {
                progress.failed();
            }
        }
    }

    DataFolder data() throws IOException {
        return DataFolder.find(data);
    }
}
