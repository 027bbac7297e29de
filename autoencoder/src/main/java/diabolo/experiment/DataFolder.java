package diabolo.experiment;

import diabolo.data.DataCache;
import diabolo.data.DataCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the data are that experiments learn from: folders with one folder for each data set.
 *
 * <pre>{@code
 * DataFolder data = DataFolder.find(Optional.empty());
 * Path rags = data.corpus("ragtime-mutopia");
 * }</pre>
 *
 * @param folders the first that has a set is asked for it; those of the user's own choice exist
 */
public record DataFolder(List<Path> folders) {

    /** The environment variable that names the folder. */
    public static final String VARIABLE = "DIABOLO_DATA";

    /** Beside the project, whose folder {@code ./diabolo} names in a property; else beside the current one. */
    private static final Path BESIDE_THE_PROJECT = Path.of(
                    System.getProperty("diabolo.home", "."), "..", "shared", "data")
            .normalize();

    public DataFolder {
        folders = List.copyOf(folders);
    }

    /**
     * The folder that is given; else the one that {@code DIABOLO_DATA} names, or {@code ../shared/data}, and the cache that
     * {@code data get} fetches into.
     *
     * @throws IOException if the one that is named does not exist, with what to do about it
     */
    public static DataFolder find(Optional<Path> given) throws IOException {
        Optional<Path> named = given.or(DataFolder::ofVariable);
        if (named.isPresent() && !Files.isDirectory(named.get())) {
            throw new IOException(
                    "The data folder %s does not exist; name one with --data or the variable %s, or fetch data into it with `diabolo data get NAME%s`."
                            .formatted(named.get(), VARIABLE, given.isPresent() ? " --data " + given.get() : ""));
        }
        return new DataFolder(
                given.isPresent()
                        ? List.of(given.get())
                        : List.of(named.orElse(BESIDE_THE_PROJECT), DataCache.folder()));
    }

    /** Where {@code data get} lays what it fetches: the folder that is given, else that of {@code DIABOLO_DATA}, else the cache. */
    public static Path toFetchInto(Optional<Path> given) {
        return given.or(DataFolder::ofVariable).orElseGet(DataCache::folder);
    }

    private static Optional<Path> ofVariable() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    /**
     * The folders of several corpora.
     *
     * @throws IOException if one is missing; of data sets that can be fetched, all are named
     */
    public List<Path> corpora(List<String> namesOrPaths) throws IOException {
        List<String> absent = namesOrPaths.stream()
                .filter(name -> locate(name).isEmpty() && DataCatalog.names().contains(name))
                .toList();
        if (!absent.isEmpty()) {
            throw new IOException(
                    "%s %s not here; `diabolo data get %s%s` fetches %s. Another folder is named with --data or %s."
                            .formatted(
                                    String.join(" and ", absent),
                                    absent.size() == 1 ? "is" : "are",
                                    String.join(" ", absent),
                                    fetchOption(),
                                    absent.size() == 1 ? "it" : "them",
                                    VARIABLE));
        }
        List<Path> paths = new ArrayList<>();
        for (String nameOrPath : namesOrPaths) {
            paths.add(corpus(nameOrPath));
        }
        return paths;
    }

    /** What {@code data get} needs to fetch to where this looks: nothing, but for a folder that was named by an option. */
    private String fetchOption() {
        return folders.size() == 1 ? " --data " + folders.getFirst() : "";
    }

    /** What {@code data get} needs to fetch a data set into the folder where it lies. */
    static String fetchOption(Path dataSet) {
        Path parent = dataSet.toAbsolutePath().normalize().getParent();
        boolean isDefault =
                toFetchInto(Optional.empty()).toAbsolutePath().normalize().equals(parent);
        return isDefault ? "" : " --data " + parent;
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
        Optional<Path> located = locate(nameOrPath);
        if (located.isPresent()) {
            return located.get();
        }
        String looked = Stream.concat(
                        folders.stream().map(folder -> folder.resolve(nameOrPath)), Stream.of(Path.of(nameOrPath)))
                .map(Path::toString)
                .collect(Collectors.joining(" nor "));
        throw new IOException("There is no corpus %s: neither %s exists; name a folder of music files."
                .formatted(nameOrPath, looked));
    }

    /** Where a corpus is, if it is anywhere. */
    public Optional<Path> locate(String nameOrPath) {
        return Stream.concat(folders.stream().map(folder -> folder.resolve(nameOrPath)), Stream.of(Path.of(nameOrPath)))
                .filter(path -> !nameOrPath.isBlank() && Files.exists(path))
                .findFirst();
    }
}
