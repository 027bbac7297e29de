package diabolo.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files in one folder that belong together: all are written, or none.
 *
 * <pre>{@code
 * FileSet.in(folder)
 *         .with("blues.mid", out -> out.write(midi))
 *         .with("blues.json", out -> out.write(json))
 *         .writeNew();
 * }</pre>
 *
 * <p>An exception, a full disk and an interruption (Ctrl-C) leave none of them. Not safe for several threads; several processes may
 * write to one folder.
 */
public final class FileSet {

    private final Path folder;
    private final Map<Path, AtomicFile.Content> contents = new LinkedHashMap<>();
    private final List<Path> absent = new ArrayList<>();

    private FileSet(Path folder) {
        this.folder = folder;
    }

    /** An empty set; a missing folder is made when it is written. */
    public static FileSet in(Path folder) {
        return new FileSet(folder);
    }

    public FileSet with(String name, AtomicFile.Content content) {
        contents.put(folder.resolve(name), content);
        return this;
    }

    /** A file that must not exist beside the others: an older one is removed where the set replaces it. */
    public FileSet without(String name) {
        absent.add(folder.resolve(name));
        return this;
    }

    /**
     * Writes files that do not exist yet. Their names are reserved atomically: of two processes that write the same set, one fails.
     *
     * @throws FileAlreadyExistsException if one exists; then nothing is changed
     * @throws IOException if one cannot be written; the message names the file, the reason and the way out
     */
    public void writeNew() throws IOException {
        write(parts -> {
            List<Path> reserved = new ArrayList<>();
            try {
                for (Path file : absent) {
                    requireMissing(file);
                }
                for (Path file : parts.keySet()) {
                    Files.createFile(file);
                    reserved.add(file);
                }
                move(parts);
            } catch (IOException | RuntimeException failure) {
                for (Path file : reserved) {
                    Files.deleteIfExists(file);
                }
                throw failure;
            }
        });
    }

    /** Writes or replaces them. */
    public void replace() throws IOException {
        for (Path file : contents.keySet()) {
            AtomicFile.requireNoFolder(file);
        }
        write(parts -> {
            move(parts);
            for (Path file : absent) {
                Files.deleteIfExists(file);
            }
        });
    }

    private static void requireMissing(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    private interface Publication {
        void of(Map<Path, PartFile> parts) throws IOException;
    }

    private void write(Publication publication) throws IOException {
        boolean newFolder = Files.notExists(folder);
        AtomicFile.makeFolder(folder);
        Map<Path, PartFile> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, AtomicFile.Content> file : contents.entrySet()) {
                parts.put(file.getKey(), part(file.getKey(), file.getValue()));
            }
            PartFile.together(() -> publication.of(parts));
        } catch (IOException | RuntimeException failure) {
            for (PartFile part : parts.values()) {
                part.remove();
            }
            if (newFolder) {
                removeIfEmpty();
            }
            throw failure;
        }
    }

    private PartFile part(Path file, AtomicFile.Content content) throws IOException {
        try {
            return PartFile.write(folder, content, false);
        } catch (IOException failure) {
            throw AtomicFile.failed(file, failure);
        }
    }

    private static void move(Map<Path, PartFile> parts) throws IOException {
        for (Map.Entry<Path, PartFile> part : parts.entrySet()) {
            try {
                part.getValue().moveTo(part.getKey());
            } catch (IOException failure) {
                throw AtomicFile.failed(part.getKey(), failure);
            }
        }
    }

    private void removeIfEmpty() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException _) {
            // Another process has written there meanwhile.
        }
    }
}
