package diabolo.experiment;

import diabolo.corpus.Window;
import diabolo.evaluation.WrongCells;
import diabolo.file.AtomicFile;
import diabolo.model.DenseAutoencoder;
import diabolo.model.Memory;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.note.Plural;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import diabolo.tensor.SafeTensors;
import diabolo.training.CurveCsv;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /**
     * How well it gives back what it learned and what was held out: cells and notes with the likeliest code, and, with one drawn
     * where the bottleneck is Gaussian, the lower bound in nats of a window.
     */
    public Report report(Trained trained) {
        Report report = new Report(spec.name(), spec.name());
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("windows", "wrong cells", "silence", "note F1", "cross-entropy, nats", "KL, bits", "active"));
        table.add(row(report, "train", data.training(), trained.dense()));
        if (!data.heldOut().isEmpty()) {
            table.add(row(report, "heldOut", data.heldOut(), trained.dense()));
        }
        report.text("The network %s learned %s of %s; %s held out of other pieces."
                .formatted(
                        spec.model().shape(),
                        Plural.of(data.training().size(), "window"),
                        spec.corpus(),
                        data.heldOut().size() == 1
                                ? "1 window was"
                                : "%d windows were".formatted(data.heldOut().size())));
        return report.table(table);
    }

    private List<String> row(Report report, String name, List<Window> windows, DenseAutoencoder network) {
        List<Frames> frames = TrainingData.frames(windows);
        ReconstructionMeasures measures = ReconstructionMeasures.of(network, spec.pianoRoll(), frames);
        LowerBound bound = LowerBound.of(
                network,
                TrainingData.numbers(windows),
                RandomSource.of(spec.seed()).derive("measures"));
        double silence = WrongCells.ofSilence(spec.pianoRoll(), frames);
        report.metric(name + ".windows", windows.size());
        report.metric(name + ".wrongCells", measures.wrongCells());
        report.metric(name + ".silent.wrongCells", silence);
        report.metric(name + ".noteF1", measures.noteF1());
        bound.tell(report, name + ".");
        return List.of(
                "%s: %d".formatted(name.equals("train") ? "learned" : "held out", windows.size()),
                String.format(Locale.ROOT, "%.1f", measures.wrongCells()),
                String.format(Locale.ROOT, "%.1f", silence),
                String.format(Locale.ROOT, "%.3f", measures.noteF1()),
                String.format(Locale.ROOT, "%.1f", bound.reconstructionNats()),
                String.format(Locale.ROOT, "%.1f", bound.divergenceBits()),
                "%d of %d".formatted(bound.activeUnits(), spec.model().codeSize()));
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
