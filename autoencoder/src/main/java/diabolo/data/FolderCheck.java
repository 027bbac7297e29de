package diabolo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a data set is in a folder.
 *
 * <pre>{@code
 * FolderCheck check = FolderCheck.of(set, folder, FolderCheck.Depth.CHECKSUMS);
 * check.isComplete();
 * }</pre>
 *
 * @param missing files that are not there, but for optional ones
 * @param absent optional files that are not there
 * @param changed files of another content than the catalog's
 */
public record FolderCheck(List<DataFile> right, List<DataFile> missing, List<DataFile> absent, List<DataFile> changed) {

    /** How closely to look. */
    public enum Depth {
        /** At sizes alone: at once. */
        SIZES,
        /** At every byte. */
        CHECKSUMS
    }

    public static FolderCheck of(DataSet set, Path folder, Depth depth) throws IOException {
        List<DataFile> right = new ArrayList<>();
        List<DataFile> missing = new ArrayList<>();
        List<DataFile> absent = new ArrayList<>();
        List<DataFile> changed = new ArrayList<>();
        for (DataFile file : set.files()) {
            if (depth == Depth.SIZES && !file.isNameable()) {
                continue; // the others tell enough
            }
            Path path = file.in(folder);
            if (!Files.exists(path)) {
                (set.isOptional(file) ? absent : missing).add(file);
            } else {
                (isRight(file, path, depth) ? right : changed).add(file);
            }
        }
        return new FolderCheck(List.copyOf(right), List.copyOf(missing), List.copyOf(absent), List.copyOf(changed));
    }

    private static boolean isRight(DataFile file, Path path, Depth depth) throws IOException {
        return switch (depth) {
            case SIZES ->
                Files.isRegularFile(path)
                        && (Files.size(path) == file.bytes() || file.inflated().isPresent());
            case CHECKSUMS -> file.isRight(path);
        };
    }

    /** Whether an experiment finds all that it needs. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether nothing of it is there. */
    public boolean isEmpty() {
        return right.isEmpty() && changed.isEmpty();
    }
}
