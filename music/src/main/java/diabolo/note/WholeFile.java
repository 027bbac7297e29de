package diabolo.note;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: it grows under a temporary name in the same folder and is moved into place at the end,
 * so that a full disk or a killed process leaves the old file as it was.
 *
 * <pre>{@code
 * WholeFile.write(Path.of("piece.svg"), temporary -> Files.writeString(temporary, svg));
 * }</pre>
 */
public final class WholeFile {

    /** Fills the temporary file, which does not exist yet. */
    @FunctionalInterface
    public interface Writing {
        void writeTo(Path temporary) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file, replacing the one of that name.
     *
     * @throws NoSuchFileException if the folder does not exist
     * @throws IOException if writing failed; nothing is left behind
     */
    public static void write(Path path, Writing writing) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    path.toString(), null, "the folder it should be written to does not exist; create it first");
        }
        Path temporary = folder.resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writing.writeTo(temporary);
            move(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path path) throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
