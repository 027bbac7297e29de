package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tunes of an ABC file as lines: each begins at {@code X:} and ends at an empty line; what stands before the first holds
 * for all.
 *
 * <p>Belongs to one reading on one thread.
 */
final class AbcBook {

    private static final Pattern BLOCK = Pattern.compile("begin\\w+");

    private final FindingLog log;
    private final List<AbcLine> header = new ArrayList<>();
    private final List<List<AbcLine>> tunes = new ArrayList<>();
    private boolean isBetweenTunes = true;
    private String openBlock = "";

    private AbcBook(FindingLog log) {
        this.log = log;
    }

    static AbcBook of(String text, FindingLog log) throws MalformedNotationException {
        AbcBook book = new AbcBook(log);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            book.add(number, line);
        }
        if (book.tunes.isEmpty()) {
            book.takeHeaderForTune();
        }
        return book;
    }

    /** The lines of each tune; never empty. */
    List<List<AbcLine>> tunes() {
        return tunes;
    }

    /** The lines before the first tune. */
    List<AbcLine> header() {
        return header;
    }

    private void add(int number, String raw) throws MalformedNotationException {
        AbcLine line = AbcLine.of(number, raw);
        if (isInBlock(line)) {
            return;
        }
        if (!line.isDirective() && line.text().startsWith("X:")) {
            tunes.add(new ArrayList<>());
            isBetweenTunes = false;
        }
        if (tunes.isEmpty()) {
            header.add(line);
        } else if (raw.isBlank()) {
            isBetweenTunes = true;
        } else if (!line.text().isEmpty()) {
            addToTune(line);
        }
    }

    private void addToTune(AbcLine line) throws MalformedNotationException {
        if (isBetweenTunes && !line.isDirective()) {
            if (!looksLikeMusic(line)) {
                return;
            }
            log.follow(() -> "line " + line.number());
            log.repair(
                    "music follows an empty line, which ends a tune",
                    "it was read as part of the tune before it",
                    "take the empty line out, or begin a new tune with X:");
            isBetweenTunes = false;
        }
        tunes.getLast().add(line);
    }

    private static boolean looksLikeMusic(AbcLine line) {
        return line.text().startsWith("V:") || line.isMusic();
    }

    /** Text and PostScript between {@code %%begintext} and {@code %%endtext}, or the like, is no music. */
    private boolean isInBlock(AbcLine line) {
        String word = line.isDirective() ? line.text().split("\\s", 2)[0] : "";
        if (openBlock.isEmpty() && BLOCK.matcher(word).matches()) {
            openBlock = word.substring("begin".length());
            return true;
        }
        boolean wasInBlock = !openBlock.isEmpty();
        if (wasInBlock && word.equals("end" + openBlock)) {
            openBlock = "";
        }
        return wasInBlock;
    }

    /** A file without {@code X:} may still be one tune. */
    private void takeHeaderForTune() throws MalformedNotationException {
        boolean isTune = header.stream().anyMatch(line -> line.isField() && "KML".indexOf(line.field()) >= 0);
        if (!isTune) {
            throw MalformedNotationException.refusing(
                    "file",
                    "no line begins with X:, which begins a tune in ABC",
                    "give an ABC file, or write X:1 before the tune and K: with its key at the end of its header");
        }
        log.repair(
                "no line begins with X:, which begins a tune in ABC",
                "the whole file was read as one tune",
                "write X:1");
        List<AbcLine> tune =
                header.stream().filter(line -> !line.text().isEmpty()).toList();
        header.clear();
        tunes.add(tune);
    }
}
