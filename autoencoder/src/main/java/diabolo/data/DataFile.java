package diabolo.data;

import static diabolo.note.Checks.require;

import diabolo.note.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a data set, as it must be.
 *
 * @param path in the set's folder, with slashes; it leads nowhere else
 * @param sha256 in hexadecimal digits
 * @param upstream its path at the source
 * @param inflated for a file in gzip, the SHA-256 of what it holds: however that was compressed, it is right
 */
public record DataFile(String path, long bytes, String sha256, String upstream, Optional<String> inflated) {

    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64}) ([0-9]{1,15}) (.+?)(?: <- (.+?))?(?: = ([0-9a-f]{64}))?");

    public DataFile {
        require(bytes >= 0, "%s has %d bytes; a file has 0 or more".formatted(path, bytes));
        require(sha256.matches("[0-9a-f]{64}"), "%s is no SHA-256; it has 64 digits".formatted(sha256));
        requireInside(path);
        requireInside(upstream);
    }

    private static void requireInside(String path) {
        boolean inside = !path.contains("\\")
                && !path.contains(":")
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(name -> name.isBlank() || name.equals(".") || name.equals(".."));
        require(inside, "%s leads out of its folder; a path has names and slashes".formatted(path));
    }

    /**
     * From a line of a catalog: checksum, bytes, path; after an arrow the path at the source where that is another, and after an
     * equals sign the checksum of what is inflated.
     */
    static DataFile parse(String line) {
        Matcher parts = LINE.matcher(line);
        require(
                parts.matches(),
                "'%s' is no file of a catalog; write checksum, bytes and path".formatted(Quoted.of(line)));
        String upstream = parts.group(4) == null ? parts.group(3) : parts.group(4);
        return new DataFile(
                parts.group(3),
                Long.parseLong(parts.group(2)),
                parts.group(1),
                upstream,
                Optional.ofNullable(parts.group(5)));
    }

    /** Whether a file is this one, byte for byte or in what it holds. */
    boolean isRight(Path found) throws IOException {
        return Files.isRegularFile(found)
                && ((Files.size(found) == bytes && Sha256.of(found).equals(sha256)) || holdsTheSame(found));
    }

    /** Whether a file of another checksum holds the same. */
    boolean holdsTheSame(Path found) throws IOException {
        return inflated.isPresent() && inflated.equals(Sha256.ofInflated(found));
    }

    /** Whether this computer, in the language that it is set to, can have a file of this name. */
    boolean isNameable() {
        try {
            return !Path.of(path).toString().isEmpty();
        } catch (InvalidPathException foreign) {
            return false;
        }
    }

    /**
     * Where it is in a folder.
     *
     * @throws IOException if this computer has no such names
     */
    Path in(Path folder) throws IOException {
        if (!isNameable()) {
            throw new IOException(
                    "%s cannot be a file's name here; where the language settings are the reason, start again with LC_ALL=C.UTF-8."
                            .formatted(path));
        }
        return folder.resolve(path);
    }
}
