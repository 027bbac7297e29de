package diabolo.experiment;

import diabolo.report.page.Report;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.TrainingEstimate;
import diabolo.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A training whose music is read and whose settings are complete.
 *
 * <pre>{@code
 * PreparedTraining prepared = ModelTraining.of("melody-2bar").on(tunes).prepare();
 * RunFolder folder = prepared.folder(Optional.empty(), RunFolder.Start.FRESH);
 * TrainingResult result = prepared.run(folder, TrainingMonitor.SILENT);
 * }</pre>
 *
 * <p>Immutable. The network is closed when a run ends.
 *
 * @param spec as it is trained
 * @param start the model that training starts from, if any
 */
public record PreparedTraining(ExperimentSpec spec, ExperimentData data, Optional<FineTuning> start) {

    /** Makes the folder of a run, see {@link RunFolder#create}. */
    public RunFolder folder(Optional<Path> given, RunFolder.Start how) throws IOException {
        RunFolder folder = RunFolder.create(given, RunDescription.of(spec, data.fingerprint()), how);
        RefusedMusic.of(data).keep(folder);
        return folder;
    }

    /** How long it will take at most. */
    public TrainingEstimate estimate() {
        return TrainingEstimate.of(spec.plan(), Examples.of(data.trainingFrames()));
    }

    /** Trains, or resumes what was interrupted in the folder; then writes the model and its report. */
    public TrainingResult run(RunFolder folder, TrainingMonitor monitor) throws IOException {
        TrainingJob job = new TrainingJob(spec, data, folder, start);
        Map<String, Double> metrics = metrics(job, monitor);
        return new TrainingResult(
                folder.path(), metrics, TrainingVerdict.of(spec.format(), metrics, start.map(FineTuning::name)));
    }

    private static Map<String, Double> metrics(TrainingJob job, TrainingMonitor monitor) throws IOException {
        try (Trained trained = job.train("main", ExperimentProgress.of(monitor))) {
            job.saveModel(trained.network());
            job.saveWhatIsKnownOfCodes(trained.network(), ExperimentProgress.of(monitor));
            Report report = job.report(trained);
            report.write(job.run().path());
            return report.metrics();
        }
    }
}
