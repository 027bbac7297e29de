package diabolo.experiment;

import diabolo.training.TrainingMonitor;
import java.nio.file.Path;
import java.util.Optional;

/** Passes progress on, and remembers the folder of the run, to remove it where the run failed before anything was trained. */
final class FolderKept implements ExperimentProgress {

    private final ExperimentProgress progress;
    private Optional<RunFolder> run = Optional.empty();
    private boolean isFinished;

    FolderKept(ExperimentProgress progress) {
        this.progress = progress;
    }

    @Override
    public void unfinished(Path folder) {
        progress.unfinished(folder);
    }

    @Override
    public void folder(Path folder) {
        run = Optional.of(new RunFolder(folder));
        progress.folder(folder);
    }

    @Override
    public void begins() {
        progress.begins();
    }

    @Override
    public TrainingMonitor training(String name) {
        return progress.training(name);
    }

    @Override
    public void message(String sentence) {
        progress.message(sentence);
    }

    void finished() {
        isFinished = true;
    }

    /** A folder in which something was there before stays. */
    void discardIfNothingIsTrained(RunFolder.Start start) {
        if (!isFinished && start == RunFolder.Start.FRESH) {
            run.filter(folder -> !folder.hasTrained()).ifPresent(RunFolder::discard);
        }
    }
}
