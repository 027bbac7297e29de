package diabolo.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

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
        write(path, content, false);
    }

    /**
     * Writes or replaces a file and forces it to disk, so that a power cut leaves the file before or this one: for what took hours.
     *
     * @throws IOException as {@link #write(Path, Content)}
     */
    public static void writeForced(Path path, Content content) throws IOException {
        write(path, content, true);
        forceFolder(path.toAbsolutePath().getParent());
    }

    private static void write(Path path, Content content, boolean forced) throws IOException {
        Path target = path.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(isFolder(path));
        }
        requireNoFolder(path);
        makeFolder(folder);
        try {
            PartFile part = PartFile.write(folder, content, forced);
            try {
                PartFile.together(() -> part.moveTo(target));
            } finally {
                part.remove();
            }
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    static void requireNoFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(isFolder(path));
        }
    }

    private static String isFolder(Path path) {
        return path + " is a folder, not a file that could be written; name a file in it";
    }

    /** The new name is in the folder, which the disk keeps apart from the file. */
    private static void forceFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows does not open folders; it keeps names by itself.
        }
    }

    static IOException failed(Path path, IOException failure) {
        return new IOException("%s could not be written: %s".formatted(path, reason(failure)), failure);
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
}
