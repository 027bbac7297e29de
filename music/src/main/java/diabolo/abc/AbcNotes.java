package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.note.Beat;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads notes, chords and rests at the cursor into a voice.
 *
 * <p>Belongs to one line.
 */
final class AbcNotes {

    private static final Pattern NOTE = Pattern.compile("(\\^{1,2}|_{1,2}|=)?([A-Ga-g])([,']*)");
    private static final Pattern ACCIDENTAL_ALONE = Pattern.compile("[\\^_=]+/?[0-9]*(/[0-9]*)?");
    private static final Pattern GRACE_IN_CHORD = Pattern.compile("\\{[^}\\]|]*}");
    private static final Pattern BESIDE_NOTES_IN_CHORD = Pattern.compile("[\\s().~H-WYh-uvw`]+");
    private static final int MOST_OCTAVE_MARKS = 10;
    private static final int MOST_NOTES_IN_CHORD = 64;
    private static final int MOST_REST_BARS = 1_000;
    private static final Beat ONE = Beat.of(1);

    /** A note as written, its length in units before that of its chord. */
    private record Written(char letter, int octave, Optional<Integer> accidental, Beat length, boolean isTied) {}

    private final AbcCursor cursor;
    private final AbcBudget budget;
    private final FindingLog log;

    AbcNotes(AbcCursor cursor, AbcBudget budget, FindingLog log) {
        this.cursor = cursor;
        this.budget = budget;
        this.log = log;
    }

    void readNote(AbcVoice voice) throws MalformedNotationException {
        Optional<Written> note = take();
        if (note.isPresent()) {
            place(List.of(note.get()), note.get().length(), ONE, voice);
        }
    }

    /** A chord behind its opening bracket, or its plus sign of the old kind; it lasts as long as its first note. */
    void readChord(AbcVoice voice, char closing) throws MalformedNotationException {
        List<Written> notes = new ArrayList<>();
        while (cursor.peek() != closing) {
            if (cursor.atEnd() || notes.size() >= MOST_NOTES_IN_CHORD) {
                log.repair(
                        cursor.atEnd()
                                ? "a chord has no " + closing
                                : "a chord has more than %d notes".formatted(MOST_NOTES_IN_CHORD),
                        "it was ended there",
                        "end it with " + closing);
                break;
            }
            readInChord(notes);
        }
        if (cursor.peek() == closing) {
            cursor.skip(1);
        }
        Beat factor = takeLength();
        boolean isTied = takeTie();
        if (notes.isEmpty()) {
            return;
        }
        place(notes, notes.getFirst().length(), factor, voice);
        if (isTied) {
            voice.tie();
        }
    }

    /** {@code z} and {@code x}: a rest, shown or not. */
    void readRest(AbcVoice voice) throws MalformedNotationException {
        cursor.skip(1);
        voice.add(List.of(), AbcBar.times(voice.unit(), takeLength()));
    }

    /** {@code Z} and {@code X}: a rest of whole bars. */
    void readRestBars(AbcVoice voice) throws MalformedNotationException {
        cursor.skip(1);
        Beat count = takeLength();
        boolean isSound = count.denominator() == 1 && count.numerator() <= MOST_REST_BARS;
        if (!isSound) {
            log.repair(
                    "a rest of bars must last from 1 to %d, was %s".formatted(MOST_REST_BARS, count),
                    "one bar was read",
                    "write the number of bars behind Z");
        }
        int bars = isSound ? (int) count.numerator() : 1;
        budget.takeBars(bars, log);
        voice.addRestBars(bars);
    }

    private void readInChord(List<Written> notes) throws MalformedNotationException {
        char next = cursor.peek();
        if (next == '"' || next == '!') {
            cursor.skip(1);
            if (cursor.takeUpTo(next).isEmpty()) {
                log.repair("a %s is not closed".formatted(next), "left out", "close it on its line");
            }
        } else if (cursor.take(GRACE_IN_CHORD).isPresent()) {
            log.drop("a grace note, which takes no time of its own");
        } else if (next == 'z' || next == 'x') {
            cursor.skip(1);
            takeLength();
        } else if (next == '-') {
            cursor.skip(1);
        } else if (cursor.take(BESIDE_NOTES_IN_CHORD).isEmpty()) {
            take().ifPresent(notes::add);
        }
    }

    private Optional<Written> take() throws MalformedNotationException {
        Optional<MatchResult> match = cursor.take(NOTE);
        if (match.isEmpty()) {
            boolean isAccidental = cursor.take(ACCIDENTAL_ALONE).isPresent();
            log.repair(
                    isAccidental
                            ? "an accidental must stand right before a letter from A to G and be ^, ^^, _, __ or ="
                            : "'%s' is no note".formatted(Quoted.of(Character.toString(cursor.peek()))),
                    "left out",
                    "correct it");
            cursor.skip(isAccidental ? 0 : 1);
            return Optional.empty();
        }
        char letter = match.get().group(2).charAt(0);
        String marks = match.get().group(3);
        int octave = Character.isLowerCase(letter) ? 1 : 0;
        if (marks.length() > MOST_OCTAVE_MARKS) {
            octave = MOST_OCTAVE_MARKS * 2;
        } else {
            octave += marks.chars().map(mark -> mark == '\'' ? 1 : -1).sum();
        }
        Optional<Integer> accidental = Optional.ofNullable(match.get().group(1)).map(AbcAccidentals::semitones);
        Beat length = takeLength();
        return Optional.of(new Written(Character.toUpperCase(letter), octave, accidental, length, takeTie()));
    }

    private void place(List<Written> notes, Beat length, Beat factor, AbcVoice voice)
            throws MalformedNotationException {
        budget.takeNotes(notes.size(), log);
        Beat unit = AbcBar.times(voice.unit(), factor);
        List<AbcHead> heads = new ArrayList<>();
        List<AbcHead> tied = new ArrayList<>();
        for (Written note : notes) {
            Optional<AbcHead> head =
                    voice.head(note.letter(), note.octave(), note.accidental(), AbcBar.times(unit, note.length()));
            if (head.isEmpty()) {
                log.repair(
                        "a note is lower or higher than MIDI has notes",
                        "a rest was read",
                        "write it in another octave");
            }
            head.ifPresent(heads::add);
            head.filter(any -> note.isTied()).ifPresent(tied::add);
        }
        voice.add(heads, AbcBar.times(unit, length));
        tied.forEach(voice::tie);
    }

    private boolean takeTie() {
        int dot = cursor.peek() == '.' ? 1 : 0;
        if (cursor.peek(dot) != '-') {
            return false;
        }
        cursor.skip(dot + 1);
        return true;
    }

    private Beat takeLength() throws MalformedNotationException {
        Optional<Beat> length = AbcLengths.take(cursor);
        if (length.isEmpty()) {
            log.repair(
                    "a length must be a fraction like 3/2 of numbers from 1 to 99999",
                    "the unit length was taken",
                    "correct it");
        }
        return length.orElse(ONE);
    }
}
