package diabolo.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hidden file that is written first and then renamed to what it becomes. Its name has the id of the process that writes it.
 *
 * <p>A process that is interrupted removes its own; those of a killed one go when the next process writes to the folder.
 */
final class PartFile {

    private static final Pattern NAME = Pattern.compile("\\.diabolo-(\\d{1,18})-[0-9a-f-]{36}\\.part");

    /** A process on another machine, which shares the folder, cannot be asked whether it lives, but writes without a pause. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();
    private static final Set<Path> SWEPT_FOLDERS = ConcurrentHashMap.newKeySet();
    private static final ReentrantLock CHANGES = new ReentrantLock();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PartFile::removeUnfinished, "unfinished files"));
    }

    /** Renames that are done together: an interruption comes before or after them. */
    @FunctionalInterface
    interface Renames {
        void run() throws IOException;
    }

    private final Path path;

    private PartFile(Path path) {
        this.path = path;
    }

    /** Writes the content to a new part in a folder. */
    static PartFile write(Path folder, AtomicFile.Content content, boolean forced) throws IOException {
        if (SWEPT_FOLDERS.add(folder)) {
            sweep(folder, Instant.now());
        }
        PartFile part = new PartFile(folder.resolve(
                ".diabolo-%d-%s.part".formatted(ProcessHandle.current().pid(), UUID.randomUUID())));
        try (FileChannel channel = part.open();
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            if (forced) {
                channel.force(true);
            }
        } catch (IOException | RuntimeException failure) {
            part.remove();
            throw failure;
        }
        return part;
    }

    private FileChannel open() throws IOException {
        CHANGES.lock(); // none is made when the process ends
        try {
            UNFINISHED.add(path);
            return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } finally {
            CHANGES.unlock();
        }
    }

    void moveTo(Path target) throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException other) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        UNFINISHED.remove(path);
    }

    /** Removes it, if it was not renamed. */
    void remove() throws IOException {
        if (UNFINISHED.remove(path)) {
            Files.deleteIfExists(path);
        }
    }

    static void together(Renames renames) throws IOException {
        CHANGES.lock();
        try {
            renames.run();
        } finally {
            CHANGES.unlock();
        }
    }

    /** When the process ends. The lock is not returned: nothing is made or renamed any more. */
    private static void removeUnfinished() {
        CHANGES.lock();
        UNFINISHED.forEach(PartFile::removeQuietly);
    }

    /** Removes the parts of processes that are gone. */
    static void sweep(Path folder, Instant now) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".diabolo-*.part")) {
            for (Path part : parts) {
                if (isAbandoned(part, now)) {
                    removeQuietly(part);
                }
            }
        } catch (IOException _) {
            // What cannot be listed is left alone; writing there has its own sentence.
        }
    }

    private static boolean isAbandoned(Path part, Instant now) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(part.getFileName()));
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                && Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(LONGEST_PAUSE));
    }

    private static void removeQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // It is hidden and harms nobody.
        }
    }
}
