package diabolo.abc;

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

    private final Map<String, String> macros = new LinkedHashMap<>();

    /** Takes the value of a field; whether it is a macro. */
    boolean add(String value) {
        Matcher field = FIELD.matcher(value.strip());
        if (!field.matches() || macros.size() >= MOST_MACROS) {
            return false;
        }
        macros.put(field.group(1).strip(), field.group(2).strip());
        return true;
    }

    /** A line of music in which macros stand written out; a line that grew too long is left as it was. */
    AbcLine expand(AbcLine line) {
        String text = line.text();
        for (Map.Entry<String, String> macro : macros.entrySet()) {
            text = expand(text, macro.getKey(), macro.getValue());
        }
        return text.length() > MOST_CHARACTERS ? line : new AbcLine(line.number(), text, false);
    }

    private static String expand(String text, String target, String body) {
        boolean isTransposing = target.indexOf('n') >= 0;
        String pattern = isTransposing
                ? Pattern.quote(target).replaceFirst("n", "\\\\E([A-Ga-g][,']{0,5})\\\\Q")
                : Pattern.quote(target);
        Matcher found =
                Pattern.compile(QUOTED.pattern() + "|(?<macro>" + pattern + ")").matcher(text);
        return found.replaceAll(match -> {
            if (found.group("macro") == null) {
                return Matcher.quoteReplacement(match.group());
            }
            return Matcher.quoteReplacement(isTransposing ? transposed(body, match.group(match.groupCount())) : body);
        });
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
