package diabolo.attribute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The attributes of a model, in the folder {@code attributes} of its own.
 *
 * <pre>{@code
 * AttributeVector density = new AttributeFolder(Path.of("models/melody-2bar")).find("note-density");
 * }</pre>
 *
 * @param model the model's folder
 */
public record AttributeFolder(Path model) {

    private static final String ENDING = ".json";

    /** The file of an attribute. */
    public Path file(String name) {
        return folder().resolve(name + ENDING);
    }

    /** The names of the attributes. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * An attribute of the model by its name or file.
     *
     * @throws IOException if there is none
     */
    public AttributeVector find(String nameOrFile) throws IOException {
        List<String> names = names();
        if (names.contains(nameOrFile)) {
            return AttributeVector.read(file(nameOrFile));
        }
        if (Files.exists(Path.of(nameOrFile))) {
            return AttributeVector.read(Path.of(nameOrFile));
        }
        throw new IOException("%s has no attribute '%s' (%s); learn it with `diabolo attribute learn`, or name a file."
                .formatted(model, nameOrFile, names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
    }

    private Path folder() {
        return model.resolve("attributes");
    }
}
