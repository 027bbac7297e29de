package diabolo.cli;

import picocli.CommandLine.Command;

/** Corpora: music cut into the windows that models learn from. */
@Command(
        name = "corpus",
        description = "Cuts music into the windows that models learn from.",
        subcommands = {CorpusBuild.class, CorpusShow.class})
final class CorpusVerb extends Verb {

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: build or show");
    }
}
