package diabolo.notation;

import diabolo.note.Finding;
import diabolo.note.MalformedMusicException;
import java.io.Serial;

/**
 * A notation file was refused. The message is one sentence: where (line, bar, part), which rule is broken, and the way out.
 *
 * <pre>{@code
 * line 9, column 40 (bar 3 of part P1): a note has no duration; ...
 * }</pre>
 */
public final class MalformedNotationException extends MalformedMusicException {

    @Serial
    private static final long serialVersionUID = 1;

    public MalformedNotationException(Finding finding) {
        super(finding);
    }

    public static MalformedNotationException refusing(String location, String message, String remedy) {
        return new MalformedNotationException(new Finding(Finding.Kind.REFUSED, location, message, remedy));
    }
}
