package diabolo.corpus;

import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;

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
}
