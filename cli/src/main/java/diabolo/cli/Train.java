package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.Corpus;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.MusicCorpora;
import diabolo.experiment.RunFolder;
import diabolo.experiment.SequenceData;
import diabolo.experiment.SequenceJob;
import diabolo.experiment.SequenceSpec;
import diabolo.experiment.TrainingData;
import diabolo.experiment.TrainingJob;
import diabolo.tensor.SafeTensors;
import diabolo.training.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model on a corpus and leaves a run folder that it loads from. */
@Command(
        name = "train",
        description = "Trains a model on music and leaves a folder that it loads from.",
        footer = {"%nExample:", "  diabolo train ragtime-deephear --corpus my-rags --out runs/mine --epochs 200"})
final class Train extends Verb {

    @Parameters(
            paramLabel = "EXPERIMENT",
            description = "A name that `diabolo experiment list` shows, or a YAML file of your own.")
    private String experiment = "";

    @Option(
            names = "--corpus",
            paramLabel = "C",
            description = "A corpus that `diabolo corpus build` made, or music itself; else the experiment's own.")
    private @Nullable Path corpus;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "Epochs of the training as a whole, after the lessons of a curriculum; instead of the experiment's.")
    private @Nullable Integer epochs;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        options.check(this);
        if (epochs != null) {
            requireBetween("--epochs", epochs, 0, 1_000_000);
        }
        switch (ExperimentCatalog.find(experiment)) {
            case ExperimentSpec dense -> trainDense(dense);
            case SequenceSpec sequences -> trainSequences(sequences);
        }
        return DONE;
    }

    private void trainDense(ExperimentSpec own) throws IOException {
        ExperimentSpec longer = epochs == null ? own : own.withEpochs(epochs);
        ExperimentSpec spec = options.seed().map(longer::withSeed).orElse(longer);
        Corpus music = MusicCorpora.open(corpus == null ? options.data().corpus(spec.corpus()) : corpus, spec);
        TrainingData examples = TrainingData.split(music, spec.heldOutShare(), spec.seed());
        RunFolder run = RunFolder.create(options.out(), spec, music.fingerprint(), options.start());
        TrainingJob job = new TrainingJob(spec, examples, run);
        try (TrainingProgress progress = new TrainingProgress(messages());
                Trained trained = job.train("main", progress)) {
            job.saveModel(trained.dense(), SafeTensors.Precision.SINGLE);
            job.report(trained).write(run.path());
        }
        results().println(run.path());
    }

    private void trainSequences(SequenceSpec own) throws IOException {
        SequenceSpec longer = epochs == null ? own : own.withEpochs(epochs);
        SequenceSpec spec = options.seed().map(longer::withSeed).orElse(longer);
        SequenceData examples =
                SequenceData.open(corpus == null ? options.data().corpora(spec.corpora()) : List.of(corpus), spec);
        RunFolder run = RunFolder.create(options.out(), spec, examples.corpus().fingerprint(), options.start());
        SequenceJob job = new SequenceJob(spec, examples, run);
        try (TrainingProgress progress = new TrainingProgress(messages());
                Trained trained = job.train("main", progress)) {
            job.saveModel(trained.recurrent());
            job.report(trained).write(run.path());
        }
        results().println(run.path());
    }
}
