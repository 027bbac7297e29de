package diabolo.experiment;

import diabolo.training.TrainingMonitor;
import java.nio.file.Path;

/** Receives the progress of an experiment: the command line shows it, a test ignores it. */
public interface ExperimentProgress {

    ExperimentProgress SILENT = of(TrainingMonitor.SILENT);

    /** Every training has the same monitor, and messages are not shown. */
    static ExperimentProgress of(TrainingMonitor monitor) {
        return new ExperimentProgress() {
            @Override
            public TrainingMonitor training(String name) {
                return monitor;
            }

            @Override
            public void message(String sentence) {
                // nobody listens
            }
        };
    }

    /** A run of the same was interrupted before, and lies in a folder; the experiment is about to begin anew in another. */
    default void unfinished(Path run) {}

    /** The folder of the run is there; an exception that follows is not the refusal of a folder. */
    default void folder(Path run) {}

    /** The experiment begins: its data is there, and nothing refuses it any more. */
    default void begins() {}

    /** A training begins; the monitor receives its epochs. */
    TrainingMonitor training(String name);

    /** Something worth a line. */
    void message(String sentence);
}
