package diabolo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where real music for tests lies, if it lies anywhere.
 *
 * <pre>{@code
 * Optional<Path> rags = DataFolder.find("ragtime-mutopia");
 * assumeTrue(rags.isPresent(), DataFolder.ABSENT);
 * }</pre>
 */
public final class DataFolder {

    public static final String ABSENT =
            "skipped: no data folder; set DIABOLO_DATA, or lay shared/data beside the project";

    private DataFolder() {}

    /** A folder of the data, from {@code DIABOLO_DATA} or from {@code shared/data} beside a folder above this one. */
    public static Optional<Path> find(String name) {
        String given = System.getenv("DIABOLO_DATA");
        if (given != null) {
            return Optional.of(Path.of(given, name)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
