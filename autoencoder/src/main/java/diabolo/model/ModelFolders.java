package diabolo.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds models by name in the folder {@code models} of the project, which {@code ./diabolo} names in the property {@code
 * diabolo.home}, or by path anywhere.
 *
 * <pre>{@code
 * Path folder = ModelFolders.find("melody-2bar");
 * }</pre>
 */
public final class ModelFolders {

    public static final String DEFAULT = "ragtime-deephear";

    /** The model of whole tunes. */
    public static final String TUNES = "tune-16bar";

    /** That of whole tunes in 3/4; melodies in 6/8 are filled and varied by it too. */
    public static final String TUNES_IN_THREE = "melody-2bar-3-4";

    /** The model of drums that groove. */
    public static final String DRUMS = "drums-2bar";

    private ModelFolders() {}

    /**
     * The folder of a model.
     *
     * @throws IOException if there is none of that name
     */
    public static Path find(String nameOrPath) throws IOException {
        if (names().contains(nameOrPath)) {
            return home().resolve(nameOrPath);
        }
        Path own = Path.of(nameOrPath);
        if (!nameOrPath.isBlank() && Files.isDirectory(own)) {
            return own;
        }
        throw new IOException("There is no model '%s'; choose one of %s, or name the folder of a training."
                .formatted(nameOrPath, String.join(", ", names())));
    }

    /** The models that come with Diabolo. */
    public static List<String> names() throws IOException {
        return all().stream()
                .map(folder -> String.valueOf(folder.getFileName()))
                .toList();
    }

    /** Their folders, by name. */
    public static List<Path> all() throws IOException {
        return Files.isDirectory(home()) ? folders(home(), Files::isDirectory) : List.of();
    }

    /**
     * The models in a folder: itself, if it is one, or those in it.
     *
     * @throws IOException if there is none
     */
    public static List<Path> in(Path folder) throws IOException {
        Predicate<Path> isModel = some -> Files.isRegularFile(some.resolve("model.json"));
        if (isModel.test(folder)) {
            return List.of(folder);
        }
        List<Path> models = Files.isDirectory(folder) ? folders(folder, isModel) : List.of();
        if (models.isEmpty()) {
            throw new IOException(
                    "%s holds no model; name a folder that training gave, or one of such folders.".formatted(folder));
        }
        return models;
    }

    private static List<Path> folders(Path in, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> folders = Files.list(in)) {
            return folders.filter(wanted).sorted().toList();
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("diabolo.home", "."), "models");
    }
}
