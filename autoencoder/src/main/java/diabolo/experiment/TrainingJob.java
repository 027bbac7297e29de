package diabolo.experiment;

import diabolo.file.AtomicFile;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.TrainableAutoencoder;
import diabolo.tensor.SafeTensors;
import diabolo.training.CurveCsv;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import java.io.IOException;
import java.util.List;

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
     * Trains, or goes on where a checkpoint of that name stopped.
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

    /** Puts the model into the run folder, and what it remembers of its examples. */
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
                data.memory(network),
                SafeTensors.Precision.SINGLE);
    }

    /** How well it reproduces what it learned and what was held out. */
    public Report report(Trained trained) throws IOException {
        return switch (data) {
            case TrainingData music ->
                switch (spec.format()) {
                    case Format.PianoRoll _ -> new RollReport(spec, music).of(trained.dense());
                    case Format.Lines _ -> {
                        SequenceReport report = new SequenceReport(spec.name(), music, run);
                        report.variant(SequenceVariant.alone(spec).getFirst(), trained);
                        yield report.finish();
                    }
                    case Format.Images _ -> throw new IllegalStateException("music is no image");
                };
            case Digits digits -> {
                DigitsReport report = new DigitsReport(spec, digits);
                report.network(trained);
                yield report.finish();
            }
        };
    }
}
