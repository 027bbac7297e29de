package diabolo.experiment;

import diabolo.midi.MidiReader;
import diabolo.notation.MusicXmlReader;
import diabolo.note.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of music, told by its first bytes and not by its name. */
public final class MusicFiles {

    private MusicFiles() {}

    /** Reads what can be read of it, with what was noticed on the way. */
    public static Reading readLenient(Path file) throws IOException {
        byte[] first = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(first, 0, first.length);
        }
        String start = new String(first, StandardCharsets.ISO_8859_1);
        return start.equals("MThd") || start.equals("RIFF") ? MidiReader.readLenient(file) : MusicXmlReader.readLenient(file);
    }
}
