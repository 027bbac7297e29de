package diabolo.cli;

import diabolo.experiment.DataFolder;
import diabolo.experiment.Effort;
import diabolo.experiment.Experiments;
import diabolo.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            names = "--data",
            paramLabel = "DIR",
            description = "Where the corpora are; else DIABOLO_DATA or ../shared/data.")
    private @Nullable Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to make; else one under runs/.")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "S", description = "The seed of all chance.")
    private @Nullable Long seed;

    @Option(names = "--resume", description = "Go on in DIR where a run was interrupted.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        if (resume && out == null) {
            throw wrongUsage("--resume needs --out, the folder of the run to go on with");
        }
        Experiments.Entry experiment = Experiments.find(name);
        Experiments.Request request = new Experiments.Request(
                DataFolder.find(Optional.ofNullable(data)),
                Optional.ofNullable(corpus),
                Optional.ofNullable(out),
                Optional.ofNullable(seed),
                quick ? Effort.QUICK : Effort.FULL,
                resume ? RunFolder.Start.RESUMED : RunFolder.Start.FRESH);
        try (TrainingProgress progress = new TrainingProgress(messages())) {
            Experiments.Outcome outcome = experiment.run(request, progress);
            outcome.report().metrics().forEach((metric, value) -> results().printf("%s\t%s%n", metric, value));
            messages().println("The report is " + outcome.folder().resolve("report.html"));
        }
        return DONE;
    }
}
