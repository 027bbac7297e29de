package diabolo.corpus;

import diabolo.inspection.MusicFile;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads every format of {@link MusicFile}, mending what can be mended, and every tune of a tunebook. */
final class EveryFormat implements MusicReader {

    @Override
    public Reading read(Path file) throws IOException {
        return MusicFile.readLenient(file);
    }

    @Override
    public List<Reading> readAll(Path file) throws IOException {
        return MusicFile.readAllLenient(file);
    }
}
