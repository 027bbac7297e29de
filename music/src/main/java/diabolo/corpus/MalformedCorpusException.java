package diabolo.corpus;

import java.io.IOException;
import java.io.Serial;

/** A file that should hold a corpus does not. The message says what is wrong with it and what to do. */
public class MalformedCorpusException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    public MalformedCorpusException(String sentence) {
        super(sentence);
    }
}
