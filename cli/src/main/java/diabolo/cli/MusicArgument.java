package diabolo.cli;

import diabolo.inspection.MusicFile;
import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A file of music named on the command line: read leniently, and what was noticed on the way said. */
final class MusicArgument {

    private MusicArgument() {}

    /**
     * The music in a file.
     *
     * @throws IOException if it cannot be read; the sentence names the file
     */
    static NoteSequence read(Path file, PrintWriter messages) throws IOException {
        try {
            Reading reading = MusicFile.readLenient(file);
            for (Finding finding : reading.findings()) {
                messages.println(file + ": " + finding.sentence());
            }
            return reading.sequence();
        } catch (MalformedMusicException refused) {
            throw new IOException(file + ": " + refused.getMessage(), refused);
        }
    }

    /** As {@link #read}; a piece without a title is called after its file, so that sentences about it can name it. */
    static NoteSequence readNamed(Path file, PrintWriter messages) throws IOException {
        NoteSequence piece = read(file, messages);
        return piece.title().isBlank() ? piece.withTitle(String.valueOf(file.getFileName())) : piece;
    }
}
