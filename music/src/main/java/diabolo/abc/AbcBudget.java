package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;

/**
 * How much a file may still make: a byte of ABC can be a note, and a few can be a thousand bars of rest.
 *
 * <p>Belongs to one reading on one thread.
 */
final class AbcBudget {

    static final int MAX_BYTES = 4 << 20;

    private static final int MAX_NOTES = 500_000;
    private static final int MAX_REST_BARS = 100_000;
    private static final int MAX_HEADER_LINES_READ = 200_000;

    private static final int MAX_WRITTEN_OUT = 1 << 24;

    private int notes;
    private int writtenOut;
    private int restBars;

    void takeNotes(int count, FindingLog log) throws MalformedNotationException {
        notes += count;
        require(notes <= MAX_NOTES, "the file has more than %d notes and chord symbols".formatted(MAX_NOTES), log);
    }

    void takeBars(int count, FindingLog log) throws MalformedNotationException {
        restBars += count;
        require(restBars <= MAX_REST_BARS, "the file has more than %d bars of rest".formatted(MAX_REST_BARS), log);
    }

    void takeWrittenOut(int characters, FindingLog log) throws MalformedNotationException {
        writtenOut += characters;
        require(
                writtenOut <= MAX_WRITTEN_OUT,
                "its macros make more than %d characters".formatted(MAX_WRITTEN_OUT),
                log);
    }

    /** The lines before the first tune are read for each. */
    void requireShortHeader(int lines, int tunes, FindingLog log) throws MalformedNotationException {
        require(
                (long) lines * tunes <= MAX_HEADER_LINES_READ,
                "the file has %d tunes, for each of which %d lines before the first hold".formatted(tunes, lines),
                log);
    }

    private static void require(boolean isWithin, String message, FindingLog log) throws MalformedNotationException {
        if (!isWithin) {
            throw MalformedNotationException.refusing(log.location(), message, "split it into several files");
        }
    }
}
