package diabolo.notation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Jumps as players read them in words above a staff.
 *
 * <pre>{@code
 * RoadWords.parse("D.S. al Coda"); // DAL_SEGNO
 * RoadWords.parse("Fine");         // FINE
 * }</pre>
 */
public final class RoadWords {

    private static final int MOST_CHARACTERS = 60;
    private static final Pattern DA_CAPO = Pattern.compile("(?:d\\.? ?c\\.?|da capo)(?: .*|al.*)?");
    private static final Pattern DAL_SEGNO = Pattern.compile("(?:d\\.? ?s\\.?|dal segno)(?: .*|al.*)?");
    private static final Pattern TO_CODA = Pattern.compile("(?:to|al|da) ?(?:the )?coda.*");

    private RoadWords() {}

    /** The jump or its target that words name; empty where they name none. */
    public static Optional<RoadMarks.Kind> parse(String words) {
        String plain = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (plain.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        if (DA_CAPO.matcher(plain).matches()) {
            return Optional.of(RoadMarks.Kind.DA_CAPO);
        }
        if (DAL_SEGNO.matcher(plain).matches()) {
            return Optional.of(RoadMarks.Kind.DAL_SEGNO);
        }
        if (TO_CODA.matcher(plain).matches()) {
            return Optional.of(RoadMarks.Kind.TO_CODA);
        }
        return switch (plain) {
            case "fine", "fine.", "(fine)", "al fine" -> Optional.of(RoadMarks.Kind.FINE);
            case "coda" -> Optional.of(RoadMarks.Kind.CODA);
            case "segno" -> Optional.of(RoadMarks.Kind.SEGNO);
            default -> Optional.empty();
        };
    }
}
