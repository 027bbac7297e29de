package diabolo.cli;

import picocli.CommandLine.Command;

/** The lecture's systems, each with a report. */
@Command(
        name = "experiment",
        description = "Runs the lecture's systems, each with a report.",
        subcommands = {ExperimentList.class, ExperimentRun.class})
final class ExperimentVerb extends Verb {

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: list or run");
    }
}
