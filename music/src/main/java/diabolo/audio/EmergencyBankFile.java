package diabolo.audio;

import diabolo.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file in the user's cache folder that keeps the emergency bank. Computing it takes most of a second, and it comes out
 * differently each time, since the JDK draws the phases of its waves at random.
 */
final class EmergencyBankFile {

    /** Computes the bank anew. */
    @FunctionalInterface
    interface Computation {
        byte[] compute() throws IOException;
    }

    private EmergencyBankFile() {}

    static byte[] bytes(Computation computation) throws IOException {
        return bytes(cacheFolder().resolve("emergency-bank.sf2"), computation);
    }

    /** What the file holds, or else what the computation gives, which is then kept where that is possible. */
    static byte[] bytes(Path file, Computation computation) throws IOException {
        if (Files.isRegularFile(file)) {
            return Files.readAllBytes(file);
        }
        byte[] computed = computation.compute();
        try {
            AtomicFile.write(file, computed);
        } catch (IOException _) {
            // A locked home folder must not keep music from sounding: the next start computes the bank again.
        }
        return computed;
    }

    private static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path root = cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(cache);
        return root.resolve("diabolo");
    }
}
