package diabolo.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files in a folder and its folders, but for hidden ones.
 *
 * <pre>{@code
 * FolderFiles rags = FolderFiles.in(Path.of("my-rags"));
 * rags.files().get("joplin/maple.mid"); // my-rags/joplin/maple.mid
 * }</pre>
 *
 * @param files by their names, which are relative to the folder and have slashes
 * @param unreadable names of what could not be opened
 */
public record FolderFiles(SortedMap<String, Path> files, SortedSet<String> unreadable) {

    /**
     * Walks a folder; of a file, that file.
     *
     * @throws IOException if it cannot be read
     */
    public static FolderFiles in(Path given) throws IOException {
        FolderFiles found = new FolderFiles(new TreeMap<>(), new TreeSet<>());
        if (Files.isDirectory(given)) {
            Files.walkFileTree(given, new Walk(given, found));
        } else {
            found.files.put(String.valueOf(given.getFileName()), given);
        }
        return found;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final FolderFiles found;

        private Walk(Path root, FolderFiles found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file)) {
                found.files.put(nameOf(file), file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            found.unreadable.add(nameOf(file));
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            return !path.equals(root) && String.valueOf(path.getFileName()).startsWith(".");
        }

        private String nameOf(Path file) {
            return file.equals(root)
                    ? root.toString()
                    : root.relativize(file).toString().replace('\\', '/');
        }
    }
}
