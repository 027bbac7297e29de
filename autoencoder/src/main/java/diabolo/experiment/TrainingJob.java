package diabolo.experiment;

import diabolo.corpus.Window;
import diabolo.file.AtomicFile;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.tensor.SafeTensors;
import diabolo.training.Cascade;
import diabolo.training.CurveCsv;
import diabolo.training.TrainedCascade;
import java.io.IOException;
import java.util.List;

/**
 * One training in a run folder: from a spec and its data to a model that loads from the folder alone.
 *
 * <pre>{@code
 * try (TrainedCascade trained = new TrainingJob(spec, data, run).train("main", progress)) {
 *     job.saveModel(trained.network());
 * }
 * }</pre>
 */
public record TrainingJob(ExperimentSpec spec, TrainingData data, RunFolder run) {

    /**
     * Trains, or goes on where a checkpoint of that name stopped.
     *
     * @param name of the training within the run: its checkpoint and its curve are called so
     */
    public TrainedCascade train(String name, ExperimentProgress progress) throws IOException {
        TrainedCascade trained = Cascade.of(spec.plan())
                .trainResumably(data.trainingFrames(), progress.training(name), run.checkpoint(name));
        AtomicFile.write(
                run.file(name.equals("main") ? "training.csv" : "training-" + name + ".csv"),
                CurveCsv.write(trained.curve()));
        return trained;
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
