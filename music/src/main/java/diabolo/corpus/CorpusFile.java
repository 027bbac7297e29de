package diabolo.corpus;

import diabolo.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A corpus in one file. It is written whole or not at all, and read with distrust: memory is bounded by its size.
 *
 * <pre>{@code
 * CorpusFile.save(corpus, Path.of("rags.corpus"), IfExists.REFUSE);
 * Corpus same = CorpusFile.load(Path.of("rags.corpus"));
 * }</pre>
 */
public final class CorpusFile {

    /** A million and a half of DeepHear's windows. */
    private static final long MOST_BYTES = 1L << 30;

    private CorpusFile() {}

    /**
     * Saves a corpus.
     *
     * @throws FileAlreadyExistsException if there is such a file and it is not to be replaced
     * @throws IOException if it cannot be written; then nothing is left behind. A missing folder is made
     */
    public static void save(Corpus corpus, Path file, IfExists ifExists) throws IOException {
        if (Files.exists(file) && ifExists == IfExists.REFUSE) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "exists already; give another name or ask to replace it");
        }
        AtomicFile.write(file, CorpusFormat.bytes(corpus));
    }

    /** Whether a file begins as a corpus does; what follows is for {@link #load} to judge. */
    public static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(CorpusFormat.MAGIC.length), CorpusFormat.MAGIC);
        }
    }

    /**
     * Loads a corpus.
     *
     * @throws MalformedCorpusException if the file is not a corpus, or damaged
     * @throws IOException if it cannot be read
     */
    public static Corpus load(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no corpus file %s; build one with corpus build.".formatted(file));
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new MalformedCorpusException(
                    "The corpus file %s has %d bytes, but %d is the most; build a smaller one."
                            .formatted(file, size, MOST_BYTES));
        }
        try {
            return CorpusDecoding.decode(Files.readAllBytes(file));
        } catch (MalformedCorpusException broken) {
            throw new MalformedCorpusException(
                    "The corpus file %s cannot be used: %s. Build it again with corpus build."
                            .formatted(file, broken.getMessage()));
        }
    }
}
