package diabolo.experiment;

import diabolo.corpus.Window;
import diabolo.file.AtomicFile;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.picture.Axis;
import diabolo.report.Chapter;
import diabolo.report.DataAndNetworks;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.KeyFigure;
import diabolo.report.LearningCurves;
import diabolo.report.MetricFormat;
import diabolo.report.Report;
import diabolo.report.RollReconstruction;
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
 * One training in a run folder: from a spec and its data to a model that loads from the folder alone.
 *
 * <pre>{@code
 * try (Trained trained = new TrainingJob(spec, data, run).train("main", progress)) {
 *     job.saveModel(trained.dense());
 * }
 * }</pre>
 */
public record TrainingJob(ExperimentSpec spec, TrainingData data, RunFolder run) {

    private static final List<KeyFigure> KEY_FIGURES = List.of(
            KeyFigure.of("wrong cells of a learned window", "train.wrongCells", MetricFormat.ONE_DECIMAL),
            KeyFigure.of("wrong cells of a held-out window", "heldOut.wrongCells", MetricFormat.ONE_DECIMAL),
            KeyFigure.of("active cells of a window", "silent.wrongCells", MetricFormat.ONE_DECIMAL));
    private static final List<Chapter> CHAPTERS = List.of(
            new DataAndNetworks(), new RollReconstruction(), new LearningCurves("epoch", "window", Axis.LINEAR));

    /**
     * Trains, or goes on where a checkpoint of that name stopped.
     *
     * @param name of the training within the run: its checkpoint and its curve are called so
     */
    public Trained train(String name, ExperimentProgress progress) throws IOException {
        Trained trained = new Trainer(spec.plan())
                .trainResumably(
                        Examples.of(TrainingData.numbers(data.training())),
                        progress.training(name),
                        run.checkpoint(name));
        AtomicFile.write(
                run.file(name.equals("main") ? "training.csv" : "training-" + name + ".csv"),
                CurveCsv.write(trained.curve()));
        return trained;
    }

    /** How well it reconstructs what it learned and what was held out. */
    public Report report(Trained trained) throws IOException {
        Report report = new Report(spec.name(), spec.name()).keyFigures(KEY_FIGURES);
        TrainedVariant variant = new TrainedVariant(
                "", spec.name(), trained.network(), Losses.ofFineTuning(trained.curve()), Optional.empty());
        Findings findings = new Findings(
                List.of(variant), data.music(spec.beatsPerMinute()), Effort.FULL, spec.seed(), run.path(), _ -> {});
        for (Chapter chapter : CHAPTERS) {
            chapter.write(findings, report);
        }
        return report;
    }

    /** Puts the model into the run folder. */
    public void saveModel(DenseAutoencoder network, SafeTensors.Precision precision) throws IOException {
        List<Window> remembered = data.distinctTraining();
        Memory memory = new Memory(TrainingData.places(remembered), network.encode(TrainingData.frames(remembered)));
        ModelDescription description = new ModelDescription(
                spec.name(),
                spec.model(),
                spec.pianoRoll(),
                spec.corpus(),
                spec.beatsPerMinute(),
                RunFolder.provenance(spec, data.corpus().fingerprint()));
        ModelFolder.save(run.path(), description, network.parameters().toArrays(), memory, precision);
    }
}
