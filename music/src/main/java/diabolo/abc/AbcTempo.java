package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Numbers;
import diabolo.notation.Tempos;
import diabolo.note.Beat;
import diabolo.note.Tempo;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code Q:} says: {@code 1/4=120}, {@code "Allegro" 3/8=80}, or, as older files have it, units a minute. */
final class AbcTempo {

    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"?");
    private static final Pattern MARK =
            Pattern.compile("([0-9/\\s]{1,200})=\\s*(?:ca?\\.?|~)?\\s*([0-9]+(?:\\.[0-9]+)?)(?:\\s*-\\s*[0-9]+)?");
    private static final Pattern UNITS_A_MINUTE = Pattern.compile("(?:C([0-9]{0,3})\\s*=\\s*)?([0-9]+(?:\\.[0-9]+)?)");

    private AbcTempo() {}

    /**
     * The tempo; empty where only words are given, or nothing that could be one, which is reported.
     *
     * @param unit what a note without a number lasts
     */
    static Optional<Tempo> read(String field, Beat unit, FindingLog log) throws MalformedNotationException {
        String numbers = WORDS.matcher(field).replaceAll(" ").strip();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Matcher units = UNITS_A_MINUTE.matcher(numbers);
        if (units.matches()) {
            String count = units.group(1);
            int unitsInBeat = count == null || count.isEmpty() ? 1 : Integer.parseInt(count);
            return tempo(unit.times(unitsInBeat), units.group(2), field, log);
        }
        Matcher mark = MARK.matcher(numbers);
        if (mark.matches()) {
            Beat beat = Beat.ZERO;
            for (String fraction : mark.group(1).strip().split("\\s+", -1)) {
                beat = beat.plus(AbcLengths.ofWhole(fraction).orElse(Beat.ZERO));
            }
            return tempo(beat, mark.group(2), field, log);
        }
        return tempo(Beat.ZERO, "0", field, log);
    }

    private static Optional<Tempo> tempo(Beat beat, String perMinute, String field, FindingLog log)
            throws MalformedNotationException {
        double quarters = Numbers.decimal(perMinute).orElse(Beat.ZERO).toDouble() * beat.toDouble();
        return Tempos.of(Optional.of(quarters), field, log);
    }
}
