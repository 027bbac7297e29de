package diabolo.experiment;

import diabolo.file.AtomicFile;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.TrainableAutoencoder;
import diabolo.picture.Axis;
import diabolo.picture.Point;
import diabolo.report.Chapter;
import diabolo.report.DataAndNetworks;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.ImageGrids;
import diabolo.report.ImageLowerBound;
import diabolo.report.Images;
import diabolo.report.LearningCurves;
import diabolo.report.Material;
import diabolo.report.RollReconstruction;
import diabolo.report.TrainedVariant;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
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
 *     job.saveModel(trained.network());
 * }
 * }</pre>
 */
public record TrainingJob(ExperimentSpec spec, ExperimentData data, RunFolder run) {

    /**
     * Trains, or resumes from a checkpoint of that name.
     *
     * @param name of the training within the run: its checkpoint and its curve are called so
     */
    public Trained train(String name, ExperimentProgress progress) throws IOException {
        Trained trained = new Trainer(spec.plan())
                .trainResumably(Examples.of(data.trainingFrames()), progress.training(name), run.checkpoint(name));
        AtomicFile.write(
                run.file(name.equals("main") ? "training.csv" : "training-" + name + ".csv"),
                CurveCsv.write(trained.curve()));
        return trained;
    }

    /** Saves the model in the run folder, with its training examples. */
    public void saveModel(TrainableAutoencoder network) throws IOException {
        ModelDescription description = new ModelDescription(
                spec.name(),
                spec.model(),
                spec.format().frameFormat(),
                spec.corpus(),
                spec.beatsPerMinute(),
                RunFolder.provenance(spec, data.fingerprint()),
                List.of());
        ModelFolder.save(
                run.path(),
                description,
                network.parameters().toArrays(),
                data.trainingExamples(network),
                SafeTensors.Precision.SINGLE);
    }

    /** A network as reports show it, saved in a folder. */
    TrainedVariant saved(Trained trained, String name, String words, RunFolder folder) throws IOException {
        new TrainingJob(spec, data, folder).saveModel(trained.network());
        return new TrainedVariant(name, words, trained.network(), losses(trained), Optional.of(folder.path()));
    }

    /** Its reconstruction of training and held-out data, with pictures and sound. */
    public Report report(Trained trained) throws IOException {
        Report report = new Report(spec.name(), spec.name());
        TrainedVariant variant =
                new TrainedVariant("", spec.name(), trained.network(), losses(trained), Optional.empty());
        Findings findings = new Findings(List.of(variant), material(), Effort.FULL, spec.seed(), run.path(), _ -> {});
        for (Chapter chapter : chapters()) {
            chapter.write(findings, report);
        }
        return report.keyFigures(keyFigures());
    }

    private List<Point> losses(Trained trained) {
        return switch (spec.format()) {
            case Format.Lines _ -> Losses.perBar(spec, trained.curve());
            case Format.PianoRoll _, Format.Images _ -> Losses.ofFineTuning(trained.curve());
        };
    }

    private Material material() {
        return switch (data) {
            case TrainingData music -> music.music(spec.beatsPerMinute());
            case Digits digits -> new Images(digits.training(), digits.test());
        };
    }

    private List<Chapter> chapters() {
        return switch (spec.format()) {
            case Format.PianoRoll _ ->
                List.of(
                        new DataAndNetworks(),
                        new RollReconstruction(),
                        new LearningCurves("epoch", "window", Axis.LINEAR));
            case Format.Lines _ -> MusicVaeExperiment.Aspect.RECONSTRUCTION.chapters();
            case Format.Images _ ->
                List.of(new ImageLowerBound(), new LearningCurves("epoch", "image", Axis.LINEAR), new ImageGrids());
        };
    }

    private List<KeyFigure> keyFigures() {
        return switch (spec.format()) {
            case Format.PianoRoll _ ->
                List.of(
                        KeyFigure.of("wrong cells of a training window", "train.wrongCells", MetricFormat.ONE_DECIMAL),
                        KeyFigure.of(
                                "wrong cells of a held-out window", "heldOut.wrongCells", MetricFormat.ONE_DECIMAL),
                        KeyFigure.of("active cells of a window", "silent.wrongCells", MetricFormat.ONE_DECIMAL));
            case Format.Lines _ -> MusicVaeExperiment.keyFigures(List.of(""));
            case Format.Images _ ->
                List.of(KeyFigure.of("lower bound of a test image, nats", "elbo.nats", MetricFormat.ONE_DECIMAL));
        };
    }
}
