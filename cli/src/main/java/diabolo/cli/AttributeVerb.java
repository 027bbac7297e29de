package diabolo.cli;

import diabolo.attribute.AttributeFolder;
import diabolo.attribute.AttributeVector;
import diabolo.descriptor.Descriptor;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Attributes of music as directions among codes: in the folder {@code attributes} of a model by name, or in files anywhere. */
@Command(
        name = "attribute",
        description = "Learns attributes of music, such as many notes, and moves pieces along them.",
        subcommands = {AttributeLearn.class, AttributeApply.class})
final class AttributeVerb extends Verb {

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: learn, list or apply");
    }

    @Command(
            name = "list",
            description = "Shows the attributes that a model has, and those that can be learned by name.")
    int list(
            @Option(
                            names = "--model",
                            paramLabel = "M",
                            defaultValue = ModelFolders.DEFAULT,
                            description = "A model's name or folder (${DEFAULT-VALUE}).")
                    String model)
            throws IOException {
        Path folder = ModelFolders.find(model);
        AttributeFolder attributes = new AttributeFolder(folder);
        String hash = ModelFolder.load(folder).hash();
        List<String> names = attributes.names();
        if (names.isEmpty()) {
            messages().println("%s has no attributes yet.".formatted(model));
        }
        for (String name : names) {
            AttributeVector vector = AttributeVector.read(attributes.file(name));
            String fit = vector.modelHash().equals(hash) ? "" : "; of another training of it: learn it anew";
            results().println("%s\tlearned from %s%s".formatted(name, vector.learnedFrom(), fit));
        }
        messages()
                .println("A corpus is enough to learn "
                        + Arrays.stream(Descriptor.values()).map(Descriptor::id).collect(Collectors.joining(", "))
                        + "; anything else is learned from two folders of examples.");
        return DONE;
    }
}
