package diabolo.image;

import java.io.IOException;
import java.io.Serial;

/** A file is not what the IDX format says, and was refused. The message is a sentence for the user: the file, the rule, the way out. */
public final class MalformedIdxException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedIdxException(String sentence) {
        super(sentence);
    }
}
