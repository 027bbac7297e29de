package diabolo.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a temporary file beside it, which takes its place only when all is written.
 *
 * <pre>{@code
 * AtomicFile.write(path, out -> out.write(bytes));
 * }</pre>
 *
 * <p>A full disk, an exception or a killed process leaves what was there before; the folder is made if it is missing.
 */
public final class AtomicFile {

    /** What writes the content; may throw, and then nothing changes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes or replaces a file.
     *
     * @throws IOException if the content cannot be written; the message names the file, the reason and the way out
     */
    public static void write(Path path, Content content) throws IOException {
        Path target = path.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(path + " is a folder, not a file that could be written; name a file in it");
        }
        makeFolder(folder);
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            move(temporary, target);
        } catch (IOException failure) {
            throw new IOException("%s could not be written: %s".formatted(path, reason(failure)), failure);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    public static void write(Path path, byte[] content) throws IOException {
        write(path, out -> out.write(content));
    }

    public static void write(Path path, String content) throws IOException {
        write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a folder and those above it, where they are missing.
     *
     * @throws IOException if that cannot be; the message names the folder, the reason and the way out
     */
    public static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new IOException("the folder %s cannot be made: %s".formatted(folder, reason(failure)), failure);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied ->
                "writing there is not permitted; change the permissions, or choose another folder";
            case FileAlreadyExistsException plain -> plain.getFile() + " is a file, not a folder; choose another name";
            case FileSystemException disk
            when "Not a directory".equals(disk.getReason()) ->
                "what stands there for a folder is a file; choose another name";
            case FileSystemException disk
            when disk.getReason() != null -> disk.getReason() + "; make room there, or choose another folder";
            case FileSystemException _ -> "nothing can be made there; choose another folder";
            default -> failure.getMessage() + "; make room there, or choose another folder";
        };
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException other) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
