package diabolo.data;

import diabolo.file.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hidden folder beside a set's own in which it is put together: {@code .NAME.part}. It stays when a download fails, so that the
 * next command goes on with it. One command at a time.
 */
final class Staging implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private Staging(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Staging open(Path dataFolder, String name) throws IOException {
        Path folder = dataFolder.resolve("." + name + ".part");
        AtomicFile.makeFolder(folder);
        FileChannel channel = channel(folder.resolve("lock"), dataFolder);
        if (lock(channel).isEmpty()) {
            channel.close();
            throw new IOException(
                    "Another command fetches %s into %s; wait until it is done.".formatted(name, dataFolder));
        }
        Staging staging = new Staging(folder, channel);
        Files.createDirectories(staging.files());
        Files.createDirectories(staging.downloads());
        return staging;
    }

    private static FileChannel channel(Path file, Path dataFolder) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException readOnly) {
            throw new IOException(
                    "Nothing can be written in %s; change its permissions, or name another folder with --data."
                            .formatted(dataFolder),
                    readOnly);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException inThisProcess) {
            return Optional.empty();
        }
    }

    /** Files that are right, laid out. */
    Path files() {
        return folder.resolve("files");
    }

    /** Files on their way. */
    Path downloads() {
        return folder.resolve("downloads");
    }

    /** Moves the files where they belong: all at once if nothing is there yet, else those that are missing there. */
    void moveInto(Path target, List<DataFile> files) throws IOException {
        if (!Files.exists(target)) {
            Files.move(files(), target);
            return;
        }
        for (DataFile file : files) {
            Path from = file.in(files());
            if (Files.exists(from)) {
                Path to = file.in(target);
                Files.createDirectories(to.getParent());
                Files.move(from, to); // nothing is overwritten
            }
        }
    }

    /** Removes it, when all is done. */
    void remove() throws IOException {
        lock.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
