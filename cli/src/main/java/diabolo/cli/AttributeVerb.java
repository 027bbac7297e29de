package diabolo.cli;

import diabolo.latent.AttributeVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Attributes of music as directions among codes: in the folder {@code attributes} of a model by name, or in files anywhere. */
@Command(
        name = "attribute",
        description = "Learns attributes of music, such as many notes, and moves pieces along them.",
        subcommands = {AttributeLearn.class, AttributeList.class, AttributeApply.class})
final class AttributeVerb extends Verb {

    private static final String ENDING = ".json";

    @Override
    public Integer call() {
        throw wrongUsage("Name what to do: learn, list or apply");
    }

    /** Where a model's attribute of a name lies. */
    static Path file(Path model, String name) {
        return folder(model).resolve(name + ENDING);
    }

    /** The names of a model's attributes. */
    static List<String> names(Path model) throws IOException {
        if (!Files.isDirectory(folder(model))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(model))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * An attribute of a model by its name, or in a file.
     *
     * @throws IOException if there is none
     */
    static AttributeVector find(Path model, String nameOrFile) throws IOException {
        List<String> names = names(model);
        if (names.contains(nameOrFile)) {
            return AttributeVector.read(file(model, nameOrFile));
        }
        if (Files.exists(Path.of(nameOrFile))) {
            return AttributeVector.read(Path.of(nameOrFile));
        }
        throw new IOException("%s has no attribute '%s' (%s); learn it with `diabolo attribute learn`, or name a file."
                .formatted(model, nameOrFile, names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
    }

    private static Path folder(Path model) {
        return model.resolve("attributes");
    }
}
