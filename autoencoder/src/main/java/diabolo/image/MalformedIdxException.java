package diabolo.image;

import java.io.IOException;
import java.io.Serial;

/** A file breaks a rule of the IDX format; the message names the file, the rule and the remedy. */
public final class MalformedIdxException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedIdxException(String sentence) {
        super(sentence);
    }
}
