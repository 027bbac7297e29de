package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Macros of {@code m:} (standard 2.1, section 9): {@code m: ~g2 = {a}g{f}g} for that note alone, {@code m: ~n2 = {o}n{m}n} for every
 * note, where the letters h to z are steps of the scale from it.
 *
 * <p>Belongs to one tune.
 */
final class AbcMacros {

    private static final Pattern FIELD = Pattern.compile("([^=]{1,40}?)\\s*=\\s*(.{0,200})");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,500}\"|![^!]{0,100}!|\\[[A-Za-z]:[^]]{0,500}]");
    private static final Pattern STEP = Pattern.compile(QUOTED.pattern() + "|[h-z]");
    private static final String LETTERS = "CDEFGAB";
    private static final int MOST_MACROS = 100;
    private static final int MOST_CHARACTERS = 1 << 16;

    /**
     * A macro.
     *
     * @param sign with which every place begins where it stands
     * @param place what stands there, or what is passed over
     */
    private record Macro(String sign, Pattern place, String body) {

        static Macro of(String target, String body) {
            int note = target.indexOf('n');
            String place = note < 0
                    ? Pattern.quote(target)
                    : Pattern.quote(target.substring(0, note)) + "([A-Ga-g][,']{0,5})"
                            + Pattern.quote(target.substring(note + 1));
            return new Macro(
                    note < 0 ? target : target.substring(0, note),
                    Pattern.compile(QUOTED.pattern() + "|(?<macro>" + place + ")"),
                    body);
        }

        /** A text with the macro written out, up to where it grew too long. */
        String expand(String text) {
            if (!text.contains(sign)) {
                return text;
            }
            StringBuilder expanded = new StringBuilder();
            Matcher found = place.matcher(text);
            while (found.find() && expanded.length() <= MOST_CHARACTERS) {
                found.appendReplacement(expanded, Matcher.quoteReplacement(writtenOut(found)));
            }
            return expanded.length() > MOST_CHARACTERS
                    ? expanded.toString()
                    : found.appendTail(expanded).toString();
        }

        private String writtenOut(Matcher found) {
            if (found.group("macro") == null) {
                return found.group();
            }
            return found.groupCount() == 1 ? body : transposed(body, found.group(2));
        }
    }

    private final Map<String, Macro> macros = new LinkedHashMap<>();

    /** Takes the value of a field; whether it is a macro. */
    boolean add(String value) {
        Matcher field = FIELD.matcher(value.strip());
        if (!field.matches() || macros.size() >= MOST_MACROS) {
            return false;
        }
        String target = field.group(1).strip();
        macros.put(target, Macro.of(target, field.group(2).strip()));
        return true;
    }

    /** A line of music in which macros stand written out; a line that grew too long is left as it was. */
    AbcLine expand(AbcLine line, AbcBudget budget, FindingLog log) throws MalformedNotationException {
        String text = line.text();
        if (macros.isEmpty() || text.length() > MOST_CHARACTERS) {
            return line;
        }
        for (Macro macro : macros.values()) {
            text = macro.expand(text);
            if (text.length() > MOST_CHARACTERS) {
                log.note("a line that macros (m:) make too long", "it was read without them");
                return line;
            }
        }
        budget.takeWrittenOut(text.length() - line.text().length(), log);
        return new AbcLine(line.number(), text, false);
    }

    private static String transposed(String body, String note) {
        return STEP.matcher(body)
                .replaceAll(step -> Matcher.quoteReplacement(
                        step.group().length() > 1
                                ? step.group()
                                : moved(note, step.group().charAt(0) - 'n')));
    }

    private static String moved(String note, int steps) {
        char letter = note.charAt(0);
        int octave = (Character.isLowerCase(letter) ? 1 : 0)
                + note.chars().skip(1).map(mark -> mark == '\'' ? 1 : -1).sum();
        int degree = octave * LETTERS.length() + LETTERS.indexOf(Character.toUpperCase(letter)) + steps;
        int octaves = Math.floorDiv(degree, LETTERS.length());
        char moved = LETTERS.charAt(Math.floorMod(degree, LETTERS.length()));
        return octaves > 0 ? Character.toLowerCase(moved) + "'".repeat(octaves - 1) : moved + ",".repeat(-octaves);
    }
}
