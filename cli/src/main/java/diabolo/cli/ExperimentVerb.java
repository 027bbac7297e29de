package diabolo.cli;

import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.Experiments;
import picocli.CommandLine.Command;

/** The lecture's systems, each with a report. */
@Command(
        name = "experiment",
        description = "Runs the lecture's systems, each with a report.",
        subcommands = ExperimentRun.class)
final class ExperimentVerb extends Verb {

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: list or run");
    }

    @Command(name = "list", description = "Shows what can be run and trained.")
    int list() {
        results().println("To run (`diabolo experiment run NAME`):");
        for (Experiments.Entry entry : Experiments.all()) {
            results().printf("  %-24s %s%n", entry.experimentName(), entry.description());
        }
        results().println("To train (`diabolo train NAME`):");
        for (String name : ExperimentCatalog.names()) {
            results().println("  " + name);
        }
        results().println("To train in the sizes of MusicVAE's authors, on more than a few cores:");
        for (String name : ExperimentCatalog.references()) {
            results().println("  " + name);
        }
        return DONE;
    }
}
