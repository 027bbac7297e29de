package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Numbers;
import diabolo.notation.RoadMarks;
import diabolo.notation.RoadWords;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Quoted;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads a line of music, token by token, into the voice that holds.
 *
 * <p>Used for one line.
 */
final class AbcMusicLine {

    private static final Pattern FIELD = Pattern.compile("\\[([A-Za-z]):([^\\]]{0,500})\\]");
    private static final Pattern ENDING = Pattern.compile("\\[?([0-9]{1,3}(?:[,-][0-9]{1,3}){0,20})\\.?");
    private static final Pattern NAMED_ENDING = Pattern.compile("\\[\"([^\"]*)\"");
    private static final Pattern DECORATION = Pattern.compile("!([^!\\s|\\[\\]]*)!|\\+([^+\\s|\\[\\]]+)\\+");
    private static final Pattern ANNOTATION = Pattern.compile("[\\^_<>@]|\\s*$");
    private static final Pattern OVERLAY = Pattern.compile("&{1,99}");
    private static final Pattern PLUS_CHORD = Pattern.compile(
            "\\+((?:[\\^_=]{0,2}[A-Ga-g][,']{0,9}[0-9/]{0,9}){2,64}|[\\^_=]{0,2}[A-Ga-g][,']{0,9}[0-9/]{1,9})\\+");
    private static final Set<String> DYNAMICS = Set.of("ff", "fff", "ffff");
    private static final Pattern BROKEN = Pattern.compile("(>{1,8}|<{1,8})");
    private static final Pattern SPACER = Pattern.compile("y[0-9/.]*");
    private static final String NOTE_BEGINS = "ABCDEFGabcdefg^_=";
    private static final String SIGNS = "~HIJKLMNOPQRSTUVWhijklmnopqrstuvw";
    private static final int MOST_PASSES = 9;

    private final AbcTuneParser tune;
    private final AbcCursor cursor;
    private final AbcBudget budget;
    private final AbcNotes notes;
    private final FindingLog log;

    AbcMusicLine(AbcTuneParser tune, AbcCursor cursor, AbcBudget budget, FindingLog log) {
        this.tune = tune;
        this.cursor = cursor;
        this.budget = budget;
        this.notes = new AbcNotes(cursor, budget, log);
        this.log = log;
    }

    void read() throws MalformedNotationException {
        while (!cursor.atEnd()) {
            cursor.beginToken();
            readToken(cursor.peek());
        }
    }

    private void readToken(char next) throws MalformedNotationException {
        switch (next) {
            // beams, line breaks, slurs, spare signs: seen, not heard
            case ' ', '\t', '`', '\\', '$', ')', '*', ';', '?', '@', '#' -> cursor.skip(1);
            case '"' -> readQuoted();
            case '{' -> readGraceNotes();
            case '(' -> readParenthesis();
            case '[' -> readBracket();
            case '|', ':' -> readBarLine();
            case '.' -> readDot();
            case '!', '+' -> readDecoration();
            case '>', '<' -> readBrokenRhythm();
            case '-' -> {
                cursor.skip(1);
                tune.voice().tie();
            }
            case '&' -> readOverlay();
            case 'z', 'x' -> notes.readRest(tune.voice());
            case 'Z', 'X' -> notes.readRestBars(tune.voice());
            case 'y' -> cursor.take(SPACER);
            case ']' -> cursor.skip(1);
            default -> readNoteOrSign(next);
        }
    }

    private void readNoteOrSign(char next) throws MalformedNotationException {
        if (NOTE_BEGINS.indexOf(next) >= 0) {
            notes.readNote(tune.voice());
            return;
        }
        cursor.skip(1);
        decorate(tune.decorationOf(next));
        if (SIGNS.indexOf(next) < 0) {
            log.repair(
                    "'%s' means nothing in a line of music".formatted(Quoted.of(Character.toString(next))),
                    "left out",
                    "take it out, or put text into a field such as N:");
        }
    }

    private void readQuoted() throws MalformedNotationException {
        cursor.skip(1);
        Optional<String> text = cursor.takeUpTo('"');
        if (text.isEmpty()) {
            log.repair("a \" is not closed", "left out", "close it on its line");
        }
        if (text.isEmpty()) {
            return;
        }
        if (ANNOTATION.matcher(text.get()).lookingAt()) {
            readWords(text.get());
            return;
        }
        Optional<ChordSymbol> chord = ChordSymbol.parse(text.get().strip());
        if (chord.isEmpty()) {
            log.drop("a text in quotes that is no chord symbol");
            return;
        }
        budget.takeNotes(1, log);
        tune.voice().addChord(chord.get());
    }

    /** Words above or below the staff, such as {@code "^D.C. al Fine"}. */
    private void readWords(String annotation) throws MalformedNotationException {
        Optional<RoadMarks.Kind> sign = RoadWords.parse(annotation.isEmpty() ? "" : annotation.substring(1));
        if (sign.isPresent()) {
            tune.voice().markRoadInWords(sign.get());
        }
    }

    private void readGraceNotes() throws MalformedNotationException {
        cursor.skip(1);
        if (cursor.takeUpTo('}').isEmpty()) {
            log.repair("a { of grace notes is not closed", "left out", "close it with }");
        } else {
            log.drop("a grace note, which takes no time of its own");
        }
    }

    private void readParenthesis() throws MalformedNotationException {
        char behind = cursor.peek(1);
        if (behind == '&') {
            cursor.skip(2);
            tune.voice().openOverlay();
            return;
        }
        if (behind < '0' || behind > '9') {
            // a slur; ' and , tell on which side it is drawn
            cursor.skip(behind == '\'' || behind == ',' ? 2 : 1);
            return;
        }
        boolean isNested = tune.voice().inTuplet();
        Optional<AbcTuplet> tuplet = AbcTuplet.take(cursor, tune.voice().meter());
        if (tuplet.isEmpty() || isNested) {
            log.repair(
                    isNested
                            ? "a tuplet begins before the one before it has all its notes"
                            : "a tuplet must have numbers from 1 to 99, such as (3 or (3:2:4",
                    isNested ? "the one before it was ended there" : "left out",
                    "correct its numbers");
        }
        tuplet.ifPresent(tune.voice()::beginTuplet);
    }

    private void readOverlay() throws MalformedNotationException {
        int count = cursor.take(OVERLAY).orElseThrow().group().length();
        if (cursor.peek() == ')') {
            cursor.skip(1);
            tune.voice().closeOverlay();
        } else {
            tune.voice().overlay(count);
        }
    }

    private void readBracket() throws MalformedNotationException {
        Optional<MatchResult> field = cursor.take(FIELD);
        if (field.isPresent()) {
            tune.readFieldInMusic(
                    field.get().group(1).charAt(0), field.get().group(2).strip());
            return;
        }
        if (cursor.peek(1) == '|') {
            readBarLine();
            return;
        }
        Optional<MatchResult> ending = cursor.take(ENDING);
        if (ending.isPresent()) {
            beginEnding(ending.get().group(1));
            return;
        }
        Optional<MatchResult> named = cursor.take(NAMED_ENDING);
        if (named.isPresent()) {
            // words such as "2-5" tell which verses; the passes beyond the first of them are not written out
            beginEnding(named.get().group(1).replaceFirst("(?s)^\\D*(\\d*).*$", "$1"));
            return;
        }
        cursor.skip(1);
        notes.readChord(tune.voice(), ']');
    }

    private void readBarLine() throws MalformedNotationException {
        Optional<AbcBarLine> line = AbcBarLine.take(cursor);
        if (line.isEmpty()) {
            log.repair(
                    "a ':' must belong to a bar line, such as :|",
                    "left out",
                    "write |: or :| where music is repeated");
            cursor.skip(1);
            return;
        }
        tune.voice().addBarLine(line.get());
        boolean isNumbered = cursor.peek() >= '1' && cursor.peek() <= '9';
        if (isNumbered) {
            beginEnding(cursor.take(ENDING).orElseThrow().group(1));
        }
    }

    private void readDot() throws MalformedNotationException {
        if (cursor.peek(1) == '|') {
            readBarLine();
        } else {
            cursor.skip(1);
        }
    }

    private void beginEnding(String numbers) throws MalformedNotationException {
        Set<Integer> passes = new TreeSet<>();
        for (String range : numbers.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int first = Numbers.integer(ends[0]).orElse(0);
            int last = Numbers.integer(ends[ends.length - 1]).orElse(0);
            for (int pass = Math.max(1, first); pass <= Math.min(MOST_PASSES, last); pass++) {
                passes.add(pass);
            }
        }
        if (passes.isEmpty()) {
            log.repair(
                    "an ending must name passes from 1 to %d, was '%s'".formatted(MOST_PASSES, Quoted.of(numbers)),
                    "it was read as music for every pass",
                    "number it like [1 or [1,3");
            return;
        }
        tune.voice().beginEnding(passes);
    }

    private void readDecoration() throws MalformedNotationException {
        Optional<MatchResult> chord = cursor.lookAt(PLUS_CHORD).filter(plus -> !DYNAMICS.contains(plus.group(1)));
        if (chord.isPresent()) {
            cursor.skip(1);
            notes.readChord(tune.voice(), '+');
            return;
        }
        Optional<MatchResult> match = cursor.take(DECORATION);
        if (match.isEmpty()) {
            // an old sign for a line break
            cursor.skip(1);
            return;
        }
        decorate(
                match.get().group(1) == null
                        ? match.get().group(2)
                        : match.get().group(1));
    }

    /** Of decorations those count that change the road through the tune. */
    private void decorate(String name) throws MalformedNotationException {
        Optional<RoadMarks.Kind> sign =
                switch (name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
                    case "segno" -> Optional.of(RoadMarks.Kind.SEGNO);
                    case "coda" -> Optional.of(RoadMarks.Kind.CODA);
                    case "dacoda", "tocoda" -> Optional.of(RoadMarks.Kind.TO_CODA);
                    case "dc", "dacapo", "dcalfine", "dcalcoda" -> Optional.of(RoadMarks.Kind.DA_CAPO);
                    case "ds", "dalsegno", "dsalfine", "dsalcoda" -> Optional.of(RoadMarks.Kind.DAL_SEGNO);
                    case "fine" -> Optional.of(RoadMarks.Kind.FINE);
                    default -> Optional.empty();
                };
        if (sign.isPresent()) {
            tune.voice().markRoad(sign.get());
        }
    }

    private void readBrokenRhythm() throws MalformedNotationException {
        String signs = cursor.take(BROKEN).orElseThrow().group(1);
        if (!tune.voice().hasEvent()) {
            log.repair(
                    "a %s needs a note before it in its bar".formatted(signs),
                    "left out",
                    "write it between two notes");
            return;
        }
        // one sign takes a half, two take three quarters, and so on
        long divisor = 1L << signs.length();
        Beat less = Beat.of(1, divisor);
        Beat more = Beat.of(2 * divisor - 1, divisor);
        boolean isLongFirst = signs.charAt(0) == '>';
        tune.voice().breakRhythm(isLongFirst ? more : less, isLongFirst ? less : more);
    }
}
