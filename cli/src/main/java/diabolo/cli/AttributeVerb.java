package diabolo.cli;

import picocli.CommandLine.Command;

/** Attributes of music as directions among codes: in the folder {@code attributes} of a model by name, or in files anywhere. */
@Command(
        name = "attribute",
        description = "Learns attributes of music, such as many notes, and moves pieces along them.",
        subcommands = {AttributeLearn.class, AttributeList.class, AttributeApply.class})
final class AttributeVerb extends Verb {

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: learn, list or apply");
    }
}
