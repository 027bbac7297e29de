package diabolo.image;

import java.io.IOException;
import java.io.Serial;

/** A file breaks a rule of the IDX format; the message names the file, the rule and the remedy. */
public final class MalformedIdxException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String finding;

    /** @param finding the file and the rule that it breaks: {@code "digits.gz ends before its last image"} */
    MalformedIdxException(String finding, String remedy) {
        super("%s; %s.".formatted(finding, remedy));
        this.finding = finding;
    }

    /** The same with another remedy, for a file of which more is known. */
    public MalformedIdxException withRemedy(String other) {
        return new MalformedIdxException(finding, other);
    }
}
