package diabolo.experiment;

import diabolo.corpus.Window;
import diabolo.file.AtomicFile;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.Phrases;
import diabolo.model.RecurrentAutoencoder;
import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.Report;
import diabolo.report.TrainedVariant;
import diabolo.tensor.SafeTensors;
import diabolo.training.CurveCsv;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One training of a recurrent autoencoder in a run folder: from a spec and its data to a model that loads from the folder alone.
 *
 * <pre>{@code
 * SequenceJob job = new SequenceJob(spec, data, run);
 * try (Trained trained = job.train("main", ExperimentProgress.SILENT)) {
 *     job.saveModel(trained.recurrent());
 *     job.report(trained).write(run.path());
 * }
 * }</pre>
 */
public record SequenceJob(SequenceSpec spec, SequenceData data, RunFolder run) {

    /**
     * Trains, or goes on where a checkpoint of that name stopped.
     *
     * @param name of the training within the run: its checkpoint and its curve are called so
     */
    public Trained train(String name, ExperimentProgress progress) throws IOException {
        Trained trained = new Trainer(spec.plan())
                .trainResumably(
                        Examples.of(SequenceData.tokens(data.training())),
                        progress.training(name),
                        run.checkpoint(name));
        AtomicFile.write(
                run.file(name.equals("main") ? "training.csv" : "training-" + name + ".csv"),
                CurveCsv.write(trained.curve()));
        return trained;
    }

    /** Puts the model into the run folder. Of its examples it remembers the phrases. */
    public void saveModel(RecurrentAutoencoder network) throws IOException {
        ModelDescription description = new ModelDescription(
                spec.name(),
                spec.model(),
                spec.tokens(),
                spec.corpus(),
                spec.beatsPerMinute(),
                RunFolder.provenance(spec, data.corpus().fingerprint()));
        ModelFolder.save(
                run.path(), description, network.parameters().toArrays(), memory(), SafeTensors.Precision.SINGLE);
    }

    private Memory memory() {
        return new Memory(
                List.of(),
                new float[0][],
                Phrases.of(
                        spec.tokens().lines(),
                        data.training().stream().map(Window::piece).toList(),
                        SequenceData.tokens(data.training())));
    }

    /** How well it reconstructs what it learned and what was held out, with pictures and sound. */
    public Report report(Trained trained) throws IOException {
        Report report = new Report(spec.name(), spec.name());
        TrainedVariant variant = new TrainedVariant(
                "", spec.name(), trained.network(), Losses.perBar(spec, trained.curve()), Optional.empty());
        Findings findings = new Findings(
                List.of(variant), data.music(spec.beatsPerMinute()), Effort.FULL, spec.seed(), run.path(), _ -> {});
        for (Chapter chapter : MusicVaeExperiment.Aspect.RECONSTRUCTION.chapters()) {
            chapter.write(findings, report);
        }
        return report.keyFigures(MusicVaeExperiment.keyFigures(List.of("")));
    }
}
