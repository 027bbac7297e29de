package diabolo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.experiment.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Real music for tests, where there is any: a test that asks for it is skipped where it is absent. */
public final class RealMusic {

    private RealMusic() {}

    /** A folder of the data that {@code DIABOLO_DATA} names, or that lies in {@code shared/data} beside a folder above. */
    public static Path folder(String name) {
        String given = System.getenv(DataFolder.VARIABLE);
        Stream<Path> candidates = given != null
                ? Stream.of(Path.of(given))
                : Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                        .map(folder -> folder.resolve("shared").resolve("data"));
        Optional<Path> found = candidates
                .map(data -> data.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                found.isPresent(), "skipped: no data folder; set DIABOLO_DATA, or lay shared/data beside the project");
        return found.orElseThrow();
    }
}
