package diabolo.cli;

import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.Experiments;
import picocli.CommandLine.Command;

/** What can be run and trained. */
@Command(name = "list", description = "Shows what can be run and trained.")
final class ExperimentList extends Verb {

    @Override
    public Integer call() {
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
