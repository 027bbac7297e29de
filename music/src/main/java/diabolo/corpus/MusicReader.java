package diabolo.corpus;

import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a file of music, whatever its format.
 *
 * <pre>{@code
 * new CorpusBuilder(CorpusSpec.DEEPHEAR, MidiReader::readLenient);
 * }</pre>
 */
@FunctionalInterface
public interface MusicReader {

    /**
     * The music in a file.
     *
     * @throws IOException if it cannot be read; the message is a sentence for the user
     */
    Reading read(Path file) throws IOException;

    /**
     * Every piece in a file; a tunebook has several.
     *
     * @return at least one
     * @throws IOException if it cannot be read; the message is a sentence for the user
     */
    default List<Reading> readAll(Path file) throws IOException {
        return List.of(read(file));
    }
}
