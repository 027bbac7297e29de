package diabolo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Optional;

/**
 * Standard output or standard error as text, in UTF-8 whatever the locale says: a program that reads JSON from us cannot know our
 * locale. Control characters, which names in files may hold, do not reach a terminal. Remembers what could not be written.
 *
 * <p>Not thread-safe beyond the lock of its writer.
 */
final class StandardStream extends Writer {

    private final OutputStream stream;
    private Optional<IOException> failure = Optional.empty();

    StandardStream(FileDescriptor descriptor) {
        this(new FileOutputStream(descriptor));
    }

    StandardStream(OutputStream stream) {
        this.stream = stream;
    }

    /** Why something could not be written; empty where all was. */
    Optional<IOException> failure() {
        return failure;
    }

    /** Whether whoever reads has enough, as {@code head} after ten lines. */
    boolean isClosedPipe() {
        return failure.map(IOException::getMessage)
                .filter("Broken pipe"::equals)
                .isPresent();
    }

    @Override
    public void write(char[] text, int from, int length) {
        String plain = plain(new String(text, from, length));
        if (failure.isEmpty()) {
            try {
                stream.write(plain.getBytes(UTF_8));
            } catch (IOException full) {
                failure = Optional.of(full);
            }
        }
    }

    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]", "?");
    }

    @Override
    public void flush() {
        // written at once
    }

    @Override
    public void close() {
        // for the process to close
    }
}
