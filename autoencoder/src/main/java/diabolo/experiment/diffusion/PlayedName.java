package diabolo.experiment.diffusion;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file of the Groove MIDI Dataset (Gillick et al. 2019) says of what is played: {@code
 * drummer1/session1/5_jazz-funk_116_fill_4-4.mid} is a fill of jazz.
 *
 * <pre>{@code
 * PlayedName.of("drummer1/session1/202_rock-halftime_140_beat_4-4.mid"); // rock, no fill
 * }</pre>
 *
 * @param style the first word of its style, in small letters
 */
public record PlayedName(String style, boolean isFill) {

    private static final Pattern PATTERN =
            Pattern.compile("(?:.*/)?\\d{1,9}_([a-z]{1,40})[a-z-]{0,80}_\\d{1,4}_(beat|fill)_.*");

    /** That of a file; empty if it is named in another way. */
    public static Optional<PlayedName> of(String file) {
        Matcher matcher = PATTERN.matcher(file.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new PlayedName(matcher.group(1), matcher.group(2).equals("fill")))
                : Optional.empty();
    }
}
