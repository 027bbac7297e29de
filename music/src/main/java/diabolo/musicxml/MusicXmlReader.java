package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation;
import diabolo.notation.NotationPlayer;
import diabolo.notation.Tolerance;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;

/**
 * Reads MusicXML, partwise or timewise, plain ({@code .xml}, {@code .musicxml}) or compressed ({@code .mxl}), as it sounds:
 * ties merged, repeats and jumps unfolded, transposing instruments at concert pitch.
 *
 * <pre>{@code
 * NoteSequence rag = MusicXmlReader.read(Path.of("maple_leaf.xml"));
 * Reading reading  = MusicXmlReader.readLenient(Path.of("from-a-friend.mxl"));
 * reading.findings().forEach(finding -> System.err.println(finding.sentence()));
 * }</pre>
 *
 * <p>Each staff of each listed part becomes a {@link diabolo.note.Part}, so that a piano gives an upper and a lower staff.
 * Every bar lasts as long as its notes and rests say, an empty one as long as its meter says; after a pickup or a bar cut
 * short, the meter is stated again where the next whole bar begins, so a meter in the result always begins a bar. Grace
 * notes, cue notes and lyrics are left out. Chord symbols are read from the first part that has any. Nothing outside the given bytes is ever opened: no DTD, no entity.
 *
 * <p>Stands at the beginning of the flow. Stateless.
 */
public final class MusicXmlReader {

    private static final String SAVE_AGAIN = "export the file again from the program that wrote it";

    private MusicXmlReader() {}

    /**
     * Reads a file and refuses what breaks a rule of the format.
     *
     * @throws MalformedNotationException with one sentence: where, which rule, and the way out
     * @throws IOException if the file cannot be read
     */
    public static NoteSequence read(Path file) throws IOException {
        return read(bytesOf(file));
    }

    /**
     * Reads the bytes of a file and refuses what breaks a rule of the format.
     *
     * @throws MalformedNotationException with one sentence: where, which rule, and the way out
     */
    public static NoteSequence read(byte[] bytes) throws MalformedNotationException {
        return read(bytes, Tolerance.STRICT).sequence();
    }

    /**
     * Reads a file, mends what can be mended, and tells what was mended and what was left out.
     *
     * @throws MalformedNotationException if nothing can be read from it
     * @throws IOException if the file cannot be read
     */
    public static Reading readLenient(Path file) throws IOException {
        return readLenient(bytesOf(file));
    }

    /**
     * Reads the bytes of a file, mends what can be mended, and tells what was mended and what was left out.
     *
     * @throws MalformedNotationException if nothing can be read from them
     */
    public static Reading readLenient(byte[] bytes) throws MalformedNotationException {
        return read(bytes, Tolerance.LENIENT);
    }

    private static Reading read(byte[] bytes, Tolerance tolerance) throws MalformedNotationException {
        FindingLog log = new FindingLog(tolerance);
        byte[] xml = MxlArchive.isArchive(bytes) ? MxlArchive.notationIn(bytes, log) : bytes;
        if (xml.length > MxlArchive.MAX_INFLATED_BYTES) {
            throw tooLarge(xml.length);
        }
        NoteSequence sequence;
        try {
            sequence = new NotationPlayer(parse(xml, log), log).play();
        } catch (ArithmeticException overflow) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "note lengths add up to a fraction beyond 64 bits",
                    "choose smaller <divisions> when you export the file");
        }
        return new Reading(sequence, log.findings());
    }

    private static Notation parse(byte[] xml, FindingLog log) throws MalformedNotationException {
        NotationParser parser = new NotationParser(log);
        try (XmlCursor cursor = XmlCursor.open(XmlText.decode(xml, log))) {
            log.follow(cursor::location);
            parser.parse(cursor);
        } catch (XMLStreamException e) {
            if (!parser.hasBars()) {
                throw MalformedNotationException.refusing(log.location(), XmlCursor.reasonOf(e), SAVE_AGAIN);
            }
            log.repair(XmlCursor.reasonOf(e), "the bars before that place were read", SAVE_AGAIN);
        }
        return parser.notation();
    }

    private static byte[] bytesOf(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MxlArchive.MAX_INFLATED_BYTES) {
            throw tooLarge(size);
        }
        return Files.readAllBytes(file);
    }

    private static MalformedNotationException tooLarge(long size) {
        return MalformedNotationException.refusing(
                "file",
                "it has %d bytes and at most %d are read".formatted(size, MxlArchive.MAX_INFLATED_BYTES),
                "split the piece into movements");
    }
}
