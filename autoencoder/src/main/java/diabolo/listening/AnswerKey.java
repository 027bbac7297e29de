package diabolo.listening;

import static java.util.Objects.requireNonNull;

import diabolo.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page of a listening test does not say: which piece of each pair was made, and where both are from.
 *
 * <pre>{@code
 * AnswerKey key = AnswerKey.read(Path.of("test/key.json"));
 * key.pairs().getFirst().made(); // LEFT
 * }</pre>
 *
 * @param test by which answers are known to belong to it
 * @param pairs in the order of the page
 */
public record AnswerKey(String test, List<Pair> pairs) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int ID_LETTERS = 12;

    /**
     * A pair.
     *
     * @param made the side on which the made piece is
     * @param folder of the made piece, as it was named
     * @param madePiece its file
     * @param madeBar the number of its first bar that is heard
     */
    public record Pair(Side made, String folder, String madePiece, int madeBar, String realPiece, int realBar) {}

    public AnswerKey {
        requireNonNull(test, "test");
        pairs = List.copyOf(pairs);
    }

    /** A key whose name is made of what it holds. */
    static AnswerKey of(List<Pair> pairs) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(pairs).getBytes(StandardCharsets.UTF_8));
            return new AnswerKey(HexFormat.of().formatHex(hash).substring(0, ID_LETTERS), pairs);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void write(Path file) throws IOException {
        AtomicFile.write(file, JSON.writeValueAsString(this) + "\n");
    }

    /**
     * Reads a key.
     *
     * @throws IOException if the file is none; the message is a sentence
     */
    public static AnswerKey read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readString(file), AnswerKey.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException foreign) {
            throw new IOException(
                    "%s is no key of a listening test; name the key.json that was written beside its page."
                            .formatted(file),
                    foreign);
        }
    }
}
