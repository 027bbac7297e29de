package diabolo.inspection;

import diabolo.abc.AbcReader;
import diabolo.midi.MidiReader;
import diabolo.musicxml.MusicXmlReader;
import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a file of music in whatever format it is.
 *
 * <pre>{@code
 * NoteSequence piece = MusicFile.readLenient(Path.of("maple.mid")).sequence();
 * }</pre>
 *
 * <p>The content decides what a file is, not its name. Stateless.
 */
public final class MusicFile {

    private MusicFile() {}

    /**
     * Reads a file, mending what can be mended; of a file with several tunes, the first.
     *
     * @throws MalformedMusicException if it is no music that is read here, or broken beyond repair; the message is a sentence
     * @throws IOException if it cannot be read from its disk
     */
    public static Reading readLenient(Path file) throws IOException {
        return readLenient(file, startOf(file));
    }

    /**
     * Reads every piece in a file, mending what can be mended: each tune of an ABC tunebook, the one piece of other files.
     *
     * @return at least one
     * @throws MalformedMusicException if it is no music that is read here, or broken beyond repair; the message is a sentence
     * @throws IOException if it cannot be read from its disk
     */
    public static List<Reading> readAllLenient(Path file) throws IOException {
        FileStart start = startOf(file);
        return start.format() == Format.ABC ? AbcReader.readAllLenient(file) : List.of(readLenient(file, start));
    }

    /**
     * What a file is by its content.
     *
     * @throws MalformedMusicException if it is no file that can be opened
     * @throws IOException if it cannot be read from its disk
     */
    public static Format format(Path file) throws IOException {
        return startOf(file).format();
    }

    static Reading readLenient(Path file, FileStart start) throws IOException {
        return switch (start.format()) {
            case MIDI -> MidiReader.readLenient(file);
            case MUSIC_XML, COMPRESSED_MUSIC_XML -> MusicXmlReader.readLenient(file);
            case ABC -> AbcReader.readLenient(file);
            case OTHER -> throw refusal(start.description(), "give a MIDI, MusicXML or ABC file instead");
        };
    }

    static FileStart startOf(Path file) throws IOException {
        requireReadable(file);
        return FileStart.of(file);
    }

    private static void requireReadable(Path file) throws MalformedMusicException {
        if (!Files.exists(file)) {
            throw refusal("there is no such file; check the path", "");
        }
        if (Files.isDirectory(file)) {
            throw refusal("this is a folder; name the files in it", "");
        }
        if (!Files.isRegularFile(file)) {
            throw refusal("this is a device or a pipe, not a regular file; copy its content to a file", "");
        }
        if (!Files.isReadable(file)) {
            throw refusal("reading is not permitted; change the permissions of the file", "");
        }
    }

    private static MalformedMusicException refusal(String message, String remedy) {
        return new MalformedMusicException(new Finding(Finding.Kind.REFUSED, "whole file", message, remedy));
    }
}
