package diabolo.magenta;

import diabolo.note.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a checkpoint: only those directly in its folder, each weight file read once, and the hashes of all files read.
 */
final class CheckpointFolder {

    private static final long MOST_JSON_BYTES = 1 << 22;
    private static final int LONGEST_QUOTE = 80;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path path;
    private final Set<String> named = new HashSet<>();
    private final SortedMap<String, String> hashes = new TreeMap<>();

    CheckpointFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** SHA-256 of each file read, in hexadecimal, by name. */
    Map<String, String> hashes() {
        return hashes;
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    JsonNode json(String name) throws IOException {
        Path file = path.resolve(name);
        if (Files.size(file) > MOST_JSON_BYTES) {
            throw UnreadableCheckpointException.broken(
                    path, "%s has %d bytes, at most %d are read".formatted(name, Files.size(file), MOST_JSON_BYTES));
        }
        byte[] bytes = Files.readAllBytes(file);
        MessageDigest digest = newDigest();
        digest.update(bytes);
        remember(name, digest);
        try {
            return STRICT.readTree(bytes);
        } catch (JacksonException noJson) { // its message is for programmers
            throw UnreadableCheckpointException.broken(path, "%s is not valid JSON with unique names".formatted(name));
        }
    }

    /**
     * Claims a file of weights that a manifest names.
     *
     * @return its length in bytes
     * @throws UnreadableCheckpointException if it is missing, in another folder or was named before: memory is bounded by the
     *     lengths of the files only if none is read twice
     */
    long claim(String name) throws IOException {
        requirePlainName(name);
        if (!has(name)) {
            throw UnreadableCheckpointException.broken(
                    path, "the file %s that its manifest names is missing".formatted(name));
        }
        if (!named.add(name)) {
            throw UnreadableCheckpointException.broken(
                    path, "its manifest names the file %s twice, and each may be named once".formatted(name));
        }
        return Files.size(path.resolve(name));
    }

    /** Requires that a manifest names a file directly in the folder. */
    void requirePlainName(String name) throws UnreadableCheckpointException {
        if (!isPlainName(name)) {
            throw UnreadableCheckpointException.broken(
                    path,
                    "its manifest names the file '%s', and only names within the folder are followed"
                            .formatted(Quoted.of(name)));
        }
    }

    private static boolean isPlainName(String name) {
        try {
            return !name.isBlank()
                    && !name.contains("/")
                    && !name.contains("\\")
                    && !name.equals(".")
                    && !name.equals("..")
                    && Path.of(name).getNameCount() == 1
                    && !Path.of(name).isAbsolute();
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    InputStream open(String name) throws IOException {
        return Files.newInputStream(path.resolve(name));
    }

    void remember(String name, MessageDigest digest) {
        hashes.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /** A JSON value as quoted in messages. */
    static String words(JsonNode node) {
        String text = node.isMissingNode() ? "not given" : node.toString();
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
