package diabolo.note;

import java.io.IOException;
import java.io.Serial;

/**
 * A file of music breaks a rule of its format and was refused. The message is a whole sentence for the user: where, which
 * rule, and the way out.
 */
public class MalformedMusicException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    public MalformedMusicException(Finding finding) {
        super(finding.sentence());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
