package diabolo.cli;

import static diabolo.note.Checks.requireBetween;

import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentData;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.RunFolder;
import diabolo.experiment.TrainingJob;
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
        ExperimentSpec own = ExperimentCatalog.find(experiment);
        ExperimentSpec longer = epochs == null ? own : own.withEpochs(epochs);
        ExperimentSpec spec = options.seed().map(longer::withSeed).orElse(longer);
        List<Path> paths = corpus == null ? options.data().corpora(spec.corpora()) : List.of(corpus);
        ExperimentData examples = ExperimentData.open(paths, spec);
        RunFolder run = RunFolder.create(options.out(), spec, examples.fingerprint(), options.start());
        TrainingJob job = new TrainingJob(spec, examples, run);
        try (TrainingProgress progress = new TrainingProgress(messages());
                Trained trained = job.train("main", progress)) {
            job.saveModel(trained.network());
            job.report(trained).write(run.path());
        }
        results().println(run.path());
        return DONE;
    }
}
