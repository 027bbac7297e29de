package diabolo.cli;

import diabolo.experiment.Effort;
import diabolo.experiment.Experiments;
import diabolo.model.ModelFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment of the lecture and says where its report lies. */
@Command(
        name = "run",
        description = "Runs an experiment of the lecture and writes its report.",
        footer = {"%nExample:", "  diabolo experiment run deephear --quick"})
final class ExperimentRun extends Verb {

    @Parameters(paramLabel = "NAME", description = "A name that `diabolo experiment list` shows.")
    private String name = "";

    @Option(names = "--quick", description = "A few epochs of everything: to see it work, not to judge it.")
    private boolean quick;

    @Option(names = "--corpus", paramLabel = "C", description = "Other music than the experiment's own.")
    private @Nullable String corpus;

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "The trained model to look at, for interpolation and attributes (melody-2bar).")
    private @Nullable String model;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        options.check(this);
        Experiments.Entry experiment = Experiments.find(name);
        Experiments.Request request = new Experiments.Request(
                options.data(),
                Optional.ofNullable(corpus),
                model(experiment),
                options.out(),
                options.seed(),
                quick ? Effort.QUICK : Effort.FULL,
                options.start());
        try (TrainingProgress progress = new TrainingProgress(messages())) {
            Experiments.Outcome outcome = experiment.run(request, progress);
            outcome.report().metrics().forEach((metric, value) -> results().printf("%s\t%s%n", metric, value));
            messages().println("The report is " + outcome.folder().resolve("report.html"));
        }
        return DONE;
    }

    private Optional<Path> model(Experiments.Entry experiment) throws IOException {
        if (model != null) {
            return Optional.of(ModelFolders.find(model));
        }
        Optional<String> itsOwn = experiment.model().filter(ModelFolders.names()::contains);
        return itsOwn.isPresent() ? Optional.of(ModelFolders.find(itsOwn.get())) : Optional.empty();
    }
}
