package diabolo.data;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of the user's own cache that data sets are kept in where no other is named. */
public final class DataCache {

    private DataCache() {}

    /** {@code diabolo/data} in {@code XDG_CACHE_HOME}, else in {@code ~/.cache}. */
    public static Path folder() {
        return variable("XDG_CACHE_HOME")
                .map(Path::of)
                .orElseGet(
                        () -> Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home", ".")), ".cache"))
                .resolve("diabolo")
                .resolve("data");
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
