package diabolo.midi;

import diabolo.note.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a whole file of bounded size, and says in a sentence why not. */
final class FileBytes {

    /** Larger files are refused. */
    static final int MAX_BYTES = 64 << 20;

    private FileBytes() {}

    static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file; check the path");
        }
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "this is a folder; name a file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "this is no regular file; copy its content to one");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "reading is not permitted; change its permissions");
        }
        requireSize(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            requireSize(bytes.length);
            return bytes;
        }
    }

    static void requireSize(long bytes) throws MalformedMidiException {
        if (bytes > MAX_BYTES) {
            throw new MalformedMidiException(new Finding(
                    Finding.Kind.REFUSED,
                    "whole file",
                    "the file is larger than %d MiB, the most we read".formatted(MAX_BYTES >> 20),
                    "split it, or check that it is MIDI at all"));
        }
    }
}
