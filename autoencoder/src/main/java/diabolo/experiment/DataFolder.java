package diabolo.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the music is that experiments learn from: a folder with one folder for each corpus.
 *
 * <pre>{@code
 * DataFolder data = DataFolder.find(Optional.empty());
 * Path rags = data.corpus("ragtime-mutopia");
 * }</pre>
 *
 * @param path the folder; it exists
 */
public record DataFolder(Path path) {

    /** The environment variable that names the folder. */
    public static final String VARIABLE = "DIABOLO_DATA";

    /** Beside the project, whose folder {@code ./diabolo} names in a property; else beside the current one. */
    private static final Path BESIDE_THE_PROJECT = Path.of(
                    System.getProperty("diabolo.home", "."), "..", "shared", "data")
            .normalize();

    /**
     * The folder that is given, else the one that {@code DIABOLO_DATA} names, else {@code ../shared/data}.
     *
     * @throws IOException if there is none, with what to do about it
     */
    public static DataFolder find(Optional<Path> given) throws IOException {
        Path path = given.or(() -> Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of))
                .orElse(BESIDE_THE_PROJECT);
        if (!Files.isDirectory(path)) {
            throw new IOException("The data folder %s does not exist; name one with --data or the variable %s."
                    .formatted(path, VARIABLE));
        }
        return new DataFolder(path);
    }

    /** The folders of several corpora. */
    public List<Path> corpora(List<String> namesOrPaths) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String nameOrPath : namesOrPaths) {
            paths.add(corpus(nameOrPath));
        }
        return paths;
    }

    /**
     * The folder of a corpus, by its name in here or by its own path.
     *
     * @throws IOException if there is none
     */
    public Path corpus(String nameOrPath) throws IOException {
        if (nameOrPath.isBlank()) {
            throw new IOException("The experiment names no music of its own; name some with --corpus.");
        }
        Path inHere = path.resolve(nameOrPath);
        if (Files.exists(inHere)) {
            return inHere;
        }
        Path own = Path.of(nameOrPath);
        if (Files.exists(own)) {
            return own;
        }
        throw new IOException("There is no corpus %s: neither %s nor %s exists; name a folder of music files."
                .formatted(nameOrPath, inHere, own));
    }
}
