package diabolo.corpus;

import java.io.IOException;
import java.io.Serial;
import java.util.List;

/** No window could be cut from any of the files. The message says what was looked at and what to do. */
public class NoExampleFoundException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    public NoExampleFoundException(String sentence, List<Refusal> refusals) {
        super(sentence);
        this.refusals = List.copyOf(refusals);
    }

    /** Why each file was refused. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
