package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.NotationPlayer;
import diabolo.notation.Tolerance;
import diabolo.note.NoteSequence;
import diabolo.note.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ABC (standard 2.1) as it sounds: ties merged, repeats and endings unfolded, voices as parts.
 *
 * <pre>{@code
 * NoteSequence tune       = AbcReader.read(Path.of("speed-the-plough.abc"));
 * List<NoteSequence> book = AbcReader.readAll(Path.of("tunebook.abc"));
 * Reading reading         = AbcReader.readLenient(Path.of("from-a-friend.abc"));
 * }</pre>
 *
 * <p>Each voice becomes a {@link diabolo.note.Part}. Bars last as long as their notes and rests say, so that a pickup is a
 * short first bar, after which the meter is stated again. The order of parts ({@code P:}) and jumps such as {@code !D.C.!}
 * are followed; grace notes, lyrics and other decorations are left out. An accidental holds to the end of its bar, in its octave; in all octaves, as the standard wants it, where the
 * file calls itself {@code %abc-2.1} or {@code %%propagate-accidentals} says so.
 *
 * <p>Stands at the beginning of the flow. Stateless.
 */
public final class AbcReader {

    private AbcReader() {}

    /**
     * Reads the first tune of a file and refuses what breaks a rule of the format.
     *
     * @throws MalformedNotationException with one sentence: where, which rule, and the way out
     * @throws IOException if the file cannot be read
     */
    public static NoteSequence read(Path file) throws IOException {
        return read(bytesOf(file));
    }

    /**
     * Reads the first tune in the bytes of a file and refuses what breaks a rule of the format.
     *
     * @throws MalformedNotationException with one sentence: where, which rule, and the way out
     */
    public static NoteSequence read(byte[] bytes) throws MalformedNotationException {
        return read(bytes, Tolerance.STRICT, Extent.FIRST_TUNE).getFirst().sequence();
    }

    /**
     * Reads every tune of a file, in order, and refuses what breaks a rule of the format.
     *
     * @return at least one; their titles are those of the tunes
     * @throws MalformedNotationException with one sentence: where, which rule, and the way out
     * @throws IOException if the file cannot be read
     */
    public static List<NoteSequence> readAll(Path file) throws IOException {
        return read(bytesOf(file), Tolerance.STRICT, Extent.ALL_TUNES).stream()
                .map(Reading::sequence)
                .toList();
    }

    /**
     * Reads the first tune of a file, mends what can be mended, and tells what was mended and what was left out.
     *
     * @throws MalformedNotationException if nothing can be read from it
     * @throws IOException if the file cannot be read
     */
    public static Reading readLenient(Path file) throws IOException {
        return readLenient(bytesOf(file));
    }

    /**
     * Reads the first tune in the bytes of a file, mends what can be mended, and tells what was mended and what was left out.
     *
     * @throws MalformedNotationException if nothing can be read from them
     */
    public static Reading readLenient(byte[] bytes) throws MalformedNotationException {
        return read(bytes, Tolerance.LENIENT, Extent.FIRST_TUNE).getFirst();
    }

    /**
     * Reads every tune of a file, in order, and mends what can be mended.
     *
     * @return at least one
     * @throws MalformedNotationException if nothing can be read from one of them
     * @throws IOException if the file cannot be read
     */
    public static List<Reading> readAllLenient(Path file) throws IOException {
        return read(bytesOf(file), Tolerance.LENIENT, Extent.ALL_TUNES);
    }

    private enum Extent {
        FIRST_TUNE,
        ALL_TUNES
    }

    private static List<Reading> read(byte[] bytes, Tolerance tolerance, Extent extent)
            throws MalformedNotationException {
        if (bytes.length > AbcBudget.MAX_BYTES) {
            throw tooLarge(bytes.length);
        }
        FindingLog log = new FindingLog(tolerance);
        String text = AbcText.decode(bytes, log);
        AbcBook book = AbcBook.of(text, log);
        AbcAccidentals.Reach reach =
                text.startsWith("%abc-2.1") ? AbcAccidentals.Reach.ALL_OCTAVES : AbcAccidentals.Reach.OCTAVE;
        int count = book.tunes().size();
        if (extent == Extent.FIRST_TUNE && count > 1) {
            log.noteAt("file", "it has %d tunes".formatted(count), "the first was read; a corpus takes them all");
        }
        AbcBudget budget = new AbcBudget();
        List<AbcLine> header = AbcTuneParser.ofEveryTune(book.header());
        budget.requireShortHeader(header.size(), extent == Extent.FIRST_TUNE ? 1 : count, log);
        List<Reading> readings = new ArrayList<>();
        for (List<AbcLine> tune : extent == Extent.FIRST_TUNE ? book.tunes().subList(0, 1) : book.tunes()) {
            AbcTuneParser parser = new AbcTuneParser(reach, budget, log);
            readings.add(readTune(tune, header, parser, log));
            log = new FindingLog(tolerance);
        }
        return readings;
    }

    private static Reading readTune(List<AbcLine> tune, List<AbcLine> fileHeader, AbcTuneParser parser, FindingLog log)
            throws MalformedNotationException {
        try {
            parser.readFileHeader(fileHeader);
            parser.readTune(tune);
            NoteSequence sequence = new NotationPlayer(parser.notation(), log).play();
            return new Reading(sequence, log.findings());
        } catch (ArithmeticException overflow) {
            throw MalformedNotationException.refusing(
                    log.location(),
                    "note lengths add up to a fraction beyond 64 bits",
                    "write lengths and tuplets of smaller numbers");
        }
    }

    private static byte[] bytesOf(Path file) throws IOException {
        long size = Files.size(file);
        if (size > AbcBudget.MAX_BYTES) {
            throw tooLarge(size);
        }
        return Files.readAllBytes(file);
    }

    private static MalformedNotationException tooLarge(long size) {
        return MalformedNotationException.refusing(
                "file",
                "it has %d bytes and at most %d are read".formatted(size, AbcBudget.MAX_BYTES),
                "split the tunebook into several files");
    }
}
